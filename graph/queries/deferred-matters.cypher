// What was put off, and did it come back?
//
// Documents, rules and agenda items whose consideration was deferred, to which session or item, and
// the items of that session whose text speaks of the same matter.
//
// $body  string  the body that put it off, such as untoc-cop = null

MATCH (matter:Document|Rule|AgendaItem)-[deferral:DEFERRED_TO]->(later:Session|AgendaItem)
WHERE $body IS NULL OR later.id STARTS WITH 'session:' + $body + '/'
                    OR later.id STARTS WITH 'item:' + $body + '/'
RETURN matter.id AS `what was put off`,
       later.id AS `deferred to`,
       COLLECT {
         MATCH (later)<-[:ITEM_OF]-(item)-[:CITES|DOCUMENTATION]->(matter)
         RETURN item.id ORDER BY item.position
       } AS `came back under`,
       deferral.confidence AS confidence,
       deferral.quotations[0] AS quotation,
       deferral.citations[0] AS citation,
       deferral.links[0] AS link
ORDER BY matter.position, later.position
