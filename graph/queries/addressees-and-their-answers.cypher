// How often are the mandates of an addressee answered?
//
// For everyone who is asked: how many mandates, and what came of them. A paragraph counts once with
// its points. Answered says that a document or a working group exists, not that all was done.
//
// $body  string  only what this body asked, such as untoc-cop = null

MATCH (mandate:Provision {is_mandate: true})-[:ADDRESSED_TO]->(asked)
WHERE NOT EXISTS { (:Provision {is_mandate: true})-[:HAS_PROVISION*]->(mandate) }
  AND ($body IS NULL OR mandate.id STARTS WITH 'dec:' + $body + '/'
                     OR mandate.id STARTS WITH 'res:' + $body + '/')
WITH asked, count(DISTINCT mandate) AS mandates, collect(mandate.status) AS outcomes
RETURN asked.id AS addressee,
       mandates,
       size([outcome IN outcomes WHERE outcome = 'answered']) AS answered,
       size([outcome IN outcomes WHERE outcome = 'on agenda']) AS `on agenda`,
       size([outcome IN outcomes WHERE outcome = 'no follow-up found']) AS `no follow-up found`,
       size([outcome IN outcomes WHERE outcome IN ['pending', 'unknown']]) AS `not known yet`,
       round(1.0 * size([outcome IN outcomes WHERE outcome IN ['answered', 'on agenda']]) / mandates,
             2) AS `share taken up`
ORDER BY mandates DESC, addressee
