// Who was asked for what, by when?
//
// The mandates of each addressee, those with a deadline first.
//
// $addressee  string  such as secretariat or states-parties   = null
// $due        string  number of the session it is wanted by   = null
// $status     string  such as answered or no follow-up found  = null
// $language   string  language of texts, where there are more = "en"

MATCH (mandate:Provision {is_mandate: true})-[:ADDRESSED_TO]->(asked)
WHERE ($status IS NULL OR mandate.status = $status)
  AND ($addressee IS NULL OR asked.id = $addressee
       OR asked.id ENDS WITH ':' + $addressee OR asked.id ENDS WITH '/' + $addressee)
OPTIONAL MATCH (mandate)-[deadline:DUE_AT]->(session:Session)
WITH mandate, asked, deadline, session
WHERE $due IS NULL OR session.id ENDS WITH '/' + $due
RETURN asked.id AS addressee,
       session.id AS due,
       deadline.when AS `at or before`,
       mandate.id AS provision,
       mandate.action AS action,
       mandate.deliverables AS `what is asked for`,
       mandate.status AS status,
       coalesce(mandate['text_' + $language],
                [key IN keys(mandate) WHERE key STARTS WITH 'text_' | mandate[key]][0]) AS text
ORDER BY addressee, session.position, mandate.position
