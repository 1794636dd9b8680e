// What has become of the decisions of a session?
//
// For each decision and resolution: under which items it was adopted, how many provisions it has,
// how many of them are mandates, and how these fared. Points count apart from their paragraph only
// where they are mandates themselves.
//
// $body      string  the body that adopted them, such as untoc-cop = null
// $session   string  number of the session                         = null
// $language  string  language of titles, where there are more      = "en"

MATCH (act:Act)-[adopted:ADOPTED_AT]->(session:Session)
WHERE ($session IS NULL OR session.id ENDS WITH '/' + $session)
  AND ($body IS NULL OR session.id STARTS WITH 'session:' + $body + '/')
OPTIONAL MATCH (act)-[:HAS_PROVISION*]->(one:Provision)
WITH act, adopted, collect(DISTINCT one) AS provisions
WITH act, adopted, provisions, [one IN provisions WHERE one.is_mandate | one.status] AS outcomes
RETURN act.id AS decision,
       adopted.date AS date,
       COLLECT {
         MATCH (act)-[:UNDER]->(item)
         RETURN item.id ORDER BY item.position
       } AS `adopted under`,
       size(provisions) AS provisions,
       size(outcomes) AS mandates,
       size([outcome IN outcomes WHERE outcome = 'answered']) AS answered,
       size([outcome IN outcomes WHERE outcome = 'on agenda']) AS `on agenda`,
       size([outcome IN outcomes WHERE outcome = 'no follow-up found']) AS `no follow-up found`,
       size([outcome IN outcomes WHERE outcome IN ['pending', 'unknown']]) AS `not known yet`,
       coalesce(act['title_' + $language],
                [key IN keys(act) WHERE key STARTS WITH 'title_' | act[key]][0]) AS title
ORDER BY act.position
