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
       COLLECT {
         MATCH (mandate)-[:ADDRESSED_TO]->(asked)
         RETURN asked.id ORDER BY asked.position
       } AS `asked of`,
       mandate.deliverables AS `what is asked for`,
       mandate.status AS status,
       COLLECT {
         MATCH (mandate)-[:MANDATES]->(result)
         RETURN result.id ORDER BY result.position
       } AS `led to`,
       coalesce(mandate['text_' + $language],
                [key IN keys(mandate) WHERE key STARTS WITH 'text_' | mandate[key]][0]) AS text
ORDER BY condition, mandate.position
