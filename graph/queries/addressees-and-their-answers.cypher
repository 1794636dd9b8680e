// How often are the mandates of an addressee answered?
//
// For everyone who is asked: how many mandates, and what came of them. A paragraph counts once with
// its points. Answered says that a document or a working group exists, not that all was done.
//
// $body  string  only what this body asked, such as untoc-cop = null

MATCH (mandate:Provision {is_mandate: true})-[:ADDRESSED_TO]->(asked)
WHERE NOT EXISTS { (:Provision {is_mandate: true})-[:HAS_PROVISION*]->(mandate) }
  AND ($body IS NULL OR mandate.id STARTS WITH 'dec:' + $body + '/'
                     OR mandate.id STARTS WITH 'res:' + $body + '/'
                     OR EXISTS { (:Document {body: $body})-[:HAS_PROVISION*]->(mandate) })
WITH asked, collect(mandate.status) AS outcomes
WITH asked, outcomes, [one IN outcomes WHERE one IN ['answered', 'on agenda']] AS taken_up
RETURN asked.id AS addressee,
       size(outcomes) AS mandates,
       size([outcome IN outcomes WHERE outcome = 'answered']) AS answered,
       size([outcome IN outcomes WHERE outcome = 'on agenda']) AS `on agenda`,
       size([outcome IN outcomes WHERE outcome = 'no follow-up found']) AS `no follow-up found`,
       size([outcome IN outcomes WHERE outcome IN ['pending', 'unknown']]) AS `not known yet`,
       round(1.0 * size(taken_up) / size(outcomes), 2) AS `share taken up`
ORDER BY mandates DESC, addressee
