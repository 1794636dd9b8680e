// Which mandates have no follow-up?
//
// What did a session ask for that nothing here took up: no document, no agenda item, no working
// group? A paragraph counts once with its points, and follow-up of a point is follow-up of its
// paragraph. What was taken up in a report that is not in the store looks as if it never had been.
//
// $body      string  the body that asked, such as untoc-cop  = null
// $session   string  number of the session that asked        = null
// $language  string  language of texts, where there are more = "en"

MATCH (mandate:Provision)
WHERE mandate.status IN ['no follow-up found', 'pending', 'unknown']
  AND NOT EXISTS {
    MATCH (mandate)-[:HAS_PROVISION*]->(point:Provision)
    WHERE point.status IN ['answered', 'on agenda']
  }
  AND NOT EXISTS {
    MATCH (whole:Provision)-[:HAS_PROVISION*]->(mandate)
    WHERE whole.status IN ['answered', 'on agenda']
       OR whole.is_mandate AND NOT EXISTS {
         MATCH (whole)-[:HAS_PROVISION*]->(point:Provision)
         WHERE point.status IN ['answered', 'on agenda']
       }
  }
OPTIONAL MATCH (act:Mandates {id: split(mandate.id, '#')[0]})
               -[:ADOPTED_AT|REPORTS_ON]->(session:Session)
WITH mandate, session
WHERE ($session IS NULL OR session.id ENDS WITH '/' + $session)
  AND ($body IS NULL OR mandate.id STARTS WITH 'dec:' + $body + '/'
                     OR mandate.id STARTS WITH 'res:' + $body + '/'
                     OR session.id STARTS WITH 'session:' + $body + '/')
RETURN mandate.id AS provision,
       session.id AS `asked at`,
       COLLECT {
         MATCH (mandate)-[:ADDRESSED_TO]->(asked)
         RETURN asked.id ORDER BY asked.position
       } AS `asked of`,
       mandate.action AS action,
       COLLECT {
         MATCH (mandate)-[:DUE_AT]->(deadline)
         RETURN deadline.id ORDER BY deadline.position
       } AS due,
       mandate.status AS status,
       coalesce(mandate['text_' + $language],
                [key IN keys(mandate) WHERE key STARTS WITH 'text_' | mandate[key]][0]) AS text
ORDER BY mandate.position
