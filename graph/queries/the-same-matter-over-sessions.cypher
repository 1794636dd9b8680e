// How did a matter go through the sessions?
//
// From an agenda item back to the acts that it is pursuant to, to the items under which these were
// adopted, and so on through earlier sessions; and forward the same way. A row for everything that
// each of these items is tied to.
//
// $item      string  its session and label, or its id         = "4/2(c)"
// $language  string  language of titles, where there are more = "en"

MATCH (asked:AgendaItem)
WHERE asked.id = $item OR asked.id ENDS WITH '/' + $item
CALL (asked) {
  RETURN asked AS item
  UNION
  MATCH (asked)
        ((later:AgendaItem)-[:PURSUANT_TO|MANDATES]-(source)-[:UNDER]->(earlier:AgendaItem)){1,8}
        (item)
  RETURN item
  UNION
  MATCH (asked)
        ((earlier:AgendaItem)<-[:UNDER]-(source)-[:PURSUANT_TO|MANDATES]-(later:AgendaItem)){1,8}
        (item)
  RETURN item
}
CALL (item) {
  MATCH (item)<-[:BECAME]-(other)
  RETURN 1 AS part, 'was in draft' AS how, other
  UNION
  MATCH (item)-[:PURSUANT_TO]->(other)
  RETURN 2 AS part, 'pursuant to' AS how, other
  UNION
  MATCH (item)<-[:MANDATES]-(other)
  RETURN 3 AS part, 'mandated by' AS how, other
  UNION
  MATCH (item)-[:DOCUMENTATION]->(other)
  RETURN 4 AS part, 'documentation' AS how, other
  UNION
  MATCH (item)<-[:UNDER]-(other)
  RETURN 5 AS part, 'led to' AS how, other
}
MATCH (item)-[:ITEM_OF]->(held:Session)
WITH DISTINCT held, item, part, how, other
RETURN held.id AS session,
       item.id AS `agenda item`,
       how,
       other.id AS what,
       CASE WHEN other:Provision THEN other.id END AS provision,
       coalesce(other['title_' + $language], other['text_' + $language],
                [key IN keys(other) WHERE key STARTS WITH 'title_' OR key STARTS WITH 'text_'
                 | other[key]][0]) AS title
ORDER BY item.position, part, other.position
