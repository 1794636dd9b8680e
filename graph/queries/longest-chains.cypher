// Which chains are the longest?
//
// From an agenda item to an act adopted under it, to a provision, to the item or document that this
// asked for, to what was adopted there, and on through the sessions. A row is a chain with nothing
// before it and nothing after it.
//
// $at_least  integer  at least so many steps            = 2
// $contains  string   id of something that it leads through = null

MATCH (first:AgendaItem|Act)
WHERE NOT EXISTS { (first)<-[:MANDATES]-() } AND NOT EXISTS { (first)-[:UNDER]->() }
MATCH chain = (first)
  ((here)-[step:UNDER|HAS_PROVISION|MANDATES]-(there)
   WHERE CASE type(step) WHEN 'UNDER' THEN endNode(step) = here ELSE startNode(step) = here END
  ){2,16}
  (last)
WHERE length(chain) >= $at_least
  AND any(step IN relationships(chain) WHERE type(step) = 'MANDATES')
  AND NOT EXISTS { (last)-[:HAS_PROVISION|MANDATES]->() }
  AND NOT EXISTS { (last)<-[:UNDER]-() }
WITH length(chain) AS steps, nodes(chain) AS stations, last
WHERE $contains IS NULL OR any(station IN stations WHERE station.id = $contains)
RETURN steps,
       [station IN stations WHERE station:Provision][0].id AS provision,
       [station IN stations | station.id] AS chain,
       COLLECT {
         MATCH (last)-[:DOCUMENTATION]->(document)
         RETURN document.id ORDER BY document.position
       } AS `documents at its end`
ORDER BY steps DESC, stations[0].position, stations[1].position, stations[2].position, last.position
