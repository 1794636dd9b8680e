// What did a decision lead to?
//
// Which documents, agenda items and working groups exist because a provision of this decision or
// resolution asked for them, and in which words do they say so?
//
// $decision  string  its number, symbol or id                 = "3/2"
// $language  string  language of titles, where there are more = "en"

MATCH (act:Decision)
WHERE act.designation = $decision OR act.symbol = $decision OR act.id = $decision
MATCH (act)-[:HAS_PROVISION*]->(mandate:Provision)-[link:MANDATES]->(result)
RETURN act.id AS decision,
       mandate.id AS provision,
       link.action AS `by which verb`,
       result.id AS `led to`,
       coalesce(result['title_' + $language],
                [key IN keys(result) WHERE key STARTS WITH 'title_' | result[key]][0]) AS title,
       link.basis AS basis,
       link.confidence AS confidence,
       link.quotations[0] AS `in the words of the source`
ORDER BY mandate.position, result.position
