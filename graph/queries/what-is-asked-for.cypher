// What kind of thing is asked for, and what came of it?
//
// Reports, workshops, guidelines, agenda items …: how many mandates ask for each, and how many of
// them were taken up.
//
// $body  string  only what this body asked, such as untoc-cop = null

MATCH (mandate:Provision {is_mandate: true})
WHERE $body IS NULL OR mandate.id STARTS WITH 'dec:' + $body + '/'
                    OR mandate.id STARTS WITH 'res:' + $body + '/'
                    OR EXISTS { (:Document {body: $body})-[:HAS_PROVISION*]->(mandate) }
UNWIND mandate.deliverables AS kind
WITH kind, count(mandate) AS mandates, collect(mandate.status) AS outcomes
RETURN kind AS `what is asked for`,
       mandates,
       size([outcome IN outcomes WHERE outcome = 'answered']) AS answered,
       size([outcome IN outcomes WHERE outcome = 'on agenda']) AS `on agenda`,
       size([outcome IN outcomes WHERE outcome = 'no follow-up found']) AS `no follow-up found`,
       size([outcome IN outcomes WHERE outcome IN ['pending', 'unknown']]) AS `not known yet`
ORDER BY mandates DESC, kind
