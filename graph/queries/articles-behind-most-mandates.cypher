// Which articles are behind most mandates?
//
// The articles of conventions and protocols that mandates cite, and how these mandates fared. A
// paragraph counts once with its points.
//
// $instrument  string  such as untoc or paris-agreement = null

MATCH (cited:Article)<-[:CITES]-(:Provision)<-[:HAS_PROVISION*0..]-(mandate:Provision)
WHERE mandate.is_mandate
  AND ($instrument IS NULL OR cited.id STARTS WITH 'art:' + $instrument + '/')
  AND NOT EXISTS { (:Provision {is_mandate: true})-[:HAS_PROVISION*]->(mandate) }
WITH cited, collect(DISTINCT mandate) AS mandates
UNWIND mandates AS mandate
WITH cited, mandate ORDER BY mandate.position
WITH cited, collect(mandate) AS mandates
RETURN cited.id AS article,
       size(mandates) AS mandates,
       size([one IN mandates WHERE one.status = 'answered']) AS answered,
       size([one IN mandates WHERE one.status = 'on agenda']) AS `on agenda`,
       size([one IN mandates WHERE one.status = 'no follow-up found']) AS `no follow-up found`,
       [one IN mandates | one.id] AS `which ones`
ORDER BY mandates DESC, cited.position
