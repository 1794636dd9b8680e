// What was a working group asked, and what did it deliver?
//
// What set the group up, what it was asked and what came of that, what it worked pursuant to, and
// under which items its matters came back with which documents.
//
// $group     string  such as technical-assistance, or its id = null
// $language  string  language of texts, where there are more = "en"

MATCH (group:WorkingGroup)
WHERE $group IS NULL OR group.id = $group OR group.id ENDS WITH '/' + $group
CALL (group) {
  MATCH (group)-[:ESTABLISHED_BY]->(source)
  RETURN 1 AS part, 'established by' AS how, source
  UNION
  MATCH (group)<-[:MANDATES]-(source:Provision)
  RETURN 2 AS part, 'set up or kept by' AS how, source
  UNION
  MATCH (group)<-[:ADDRESSED_TO]-(source:Provision)
  RETURN 3 AS part, 'asked in' AS how, source
  UNION
  MATCH (group)-[:PURSUANT_TO]->(source)
  RETURN 4 AS part, 'worked pursuant to' AS how, source
  UNION
  MATCH (group)-[:ESTABLISHED_BY]->()<-[:PURSUANT_TO]-(source:AgendaItem)
  RETURN 5 AS part, 'came back under' AS how, source
}
RETURN group.id AS `working group`,
       how,
       split(source.id, '#')[0] AS source,
       CASE WHEN source:Provision THEN source.id END AS provision,
       source.status AS status,
       COLLECT {
         MATCH (source)-[:MANDATES|DOCUMENTATION]->(result) WHERE result <> group
         RETURN result.id ORDER BY result.position
       } AS `led to`,
       coalesce(source['text_' + $language], source['title_' + $language],
                [key IN keys(source) WHERE key STARTS WITH 'text_' OR key STARTS WITH 'title_'
                 | source[key]][0]) AS text
ORDER BY group.position, part, source
