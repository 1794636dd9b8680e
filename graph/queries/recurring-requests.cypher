// What is to be done regularly?
//
// Provisions that want something every year, every session, at regular intervals.
//
// $recurrence  string  such as annual, biennial or regular     = null
// $language    string  language of texts, where there are more = "en"

MATCH (request:Provision)
WHERE request.recurrence IS NOT NULL AND ($recurrence IS NULL OR request.recurrence = $recurrence)
OPTIONAL MATCH (mandate:Provision {is_mandate: true})-[:HAS_PROVISION*0..]->(request)
WITH request, collect(DISTINCT mandate) AS mandates
RETURN request.recurrence AS `how often`,
       request.id AS provision,
       reduce(all = [], mandate IN mandates |
              all + [(mandate)-[:ADDRESSED_TO]->(asked) | asked.id]) AS `asked of`,
       [mandate IN mandates | mandate.status] AS status,
       coalesce(request['text_' + $language],
                [key IN keys(request) WHERE key STARTS WITH 'text_' | request[key]][0]) AS text
ORDER BY `how often`, request.position
