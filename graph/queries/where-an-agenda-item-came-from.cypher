// Where did an agenda item come from?
//
// Which provisions put this item on the agenda, which acts does its annotation name, and what was
// it called in the draft agenda?
//
// $item      string  its session and label, or its id        = "4/2(c)"
// $language  string  language of texts, where there are more = "en"

MATCH (item:AgendaItem)
WHERE item.id = $item OR item.id ENDS WITH '/' + $item
CALL (item) {
  MATCH (item)<-[link:MANDATES]-(reason:Provision)
  RETURN reason, link, 1 AS nearness, 'asked for by' AS how
  UNION
  MATCH (item)-[link:PURSUANT_TO]->(reason)
  RETURN reason, link, 2 AS nearness, 'pursuant to' AS how
  UNION
  MATCH (item)<-[link:BECAME]-(reason:AgendaItem)
  RETURN reason, link, 3 AS nearness, 'in draft' AS how
}
RETURN item.id AS `agenda item`,
       how,
       split(reason.id, '#')[0] AS source,
       CASE WHEN reason:Provision THEN reason.id END AS provision,
       coalesce(reason['text_' + $language], reason['title_' + $language],
                [key IN keys(reason) WHERE key STARTS WITH 'text_' OR key STARTS WITH 'title_'
                 | reason[key]][0]) AS text,
       link.basis AS basis,
       link.confidence AS confidence
ORDER BY item.position, nearness, reason.position
