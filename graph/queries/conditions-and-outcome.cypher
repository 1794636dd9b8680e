// What became of mandates under a condition?
//
// Requests that are subject to extrabudgetary resources, or to be met from existing ones: were they
// taken up all the same?
//
// $condition  string  such as extrabudgetary-resources        = null
// $language   string  language of texts, where there are more = "en"

MATCH (mandate:Provision {is_mandate: true})
UNWIND mandate.conditions AS condition
WITH mandate, condition
WHERE $condition IS NULL OR condition = $condition
RETURN condition,
       mandate.id AS provision,
       [(mandate)-[:ADDRESSED_TO]->(asked) | asked.id] AS `asked of`,
       mandate.deliverables AS `what is asked for`,
       mandate.status AS status,
       [(mandate)-[:MANDATES]->(result) | result.id] AS `led to`,
       coalesce(mandate['text_' + $language],
                [key IN keys(mandate) WHERE key STARTS WITH 'text_' | mandate[key]][0]) AS text
ORDER BY condition, mandate.position
