// Which documents are requested again and again?
//
// Documents that several provisions asked for: a row a request. Revisions, addenda and corrigenda
// count with their document.
//
// $at_least  integer  at least so many requests               = 2
// $language  string   language of titles, where there are more = "en"

MATCH (root:Document)<-[:REVISES|ADDENDUM_TO|CORRIGENDUM_TO*0..4]-(issue:Document)
      <-[:MANDATES]-(request:Provision)
WHERE NOT EXISTS { (root)-[:REVISES|ADDENDUM_TO|CORRIGENDUM_TO]->() }
WITH root, collect(DISTINCT request) AS requests, collect([request, issue]) AS pairs
WHERE size(requests) >= $at_least
UNWIND pairs AS pair
WITH root, size(requests) AS requests, pair[0] AS request, pair[1] AS issue
RETURN root.id AS document,
       requests,
       request.id AS provision,
       request.action AS action,
       issue.id AS `as issued`,
       coalesce(issue['title_' + $language],
                [key IN keys(issue) WHERE key STARTS WITH 'title_' | issue[key]][0]) AS title
ORDER BY requests DESC, root.position, request.position
