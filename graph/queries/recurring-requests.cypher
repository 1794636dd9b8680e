// What is to be done regularly?
//
// Provisions that want something every year, every session, at regular intervals. Who is asked, and
// what came of it, may stand in the paragraph above a point.
//
// $recurrence  string  such as annual, biennial or regular     = null
// $language    string  language of texts, where there are more = "en"

MATCH (request:Provision)
WHERE request.recurrence IS NOT NULL AND ($recurrence IS NULL OR request.recurrence = $recurrence)
RETURN request.recurrence AS `how often`,
       request.id AS provision,
       COLLECT {
         MATCH (asked)<-[:ADDRESSED_TO]-(:Provision)-[:HAS_PROVISION*0..]->(request)
         WITH DISTINCT asked ORDER BY asked.position
         RETURN asked.id
       } AS `asked of`,
       COLLECT {
         MATCH (mandate:Provision {is_mandate: true})-[:HAS_PROVISION*0..]->(request)
         RETURN mandate.status ORDER BY mandate.position
       } AS status,
       coalesce(request['text_' + $language],
                [key IN keys(request) WHERE key STARTS WITH 'text_' | request[key]][0]) AS text
ORDER BY `how often`, request.position
