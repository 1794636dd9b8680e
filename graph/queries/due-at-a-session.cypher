// What is due at a session?
//
// What was asked for by this session, of whom, and what has come of it?
//
// $session   string  number of the session it is wanted by   = null
// $body      string  the body that meets, such as untoc-cop  = null
// $language  string  language of texts, where there are more = "en"

MATCH (mandate:Provision)-[deadline:DUE_AT]->(session:Session)
WHERE ($session IS NULL OR session.id ENDS WITH '/' + $session)
  AND ($body IS NULL OR session.id STARTS WITH 'session:' + $body + '/')
RETURN session.id AS `due at`,
       deadline.when AS `at or before`,
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
ORDER BY session.position, mandate.position
