// What led to a document?
//
// Which provisions asked for this document, or for the agenda item that it came up under? The acts
// that its own text says it is pursuant to come too.
//
// $document  string  its symbol or id                        = "CTOC/COP/2008/4"
// $language  string  language of texts, where there are more = "en"

MATCH (document:Document)
WHERE document.symbol = $document OR document.id = $document
CALL (document) {
  MATCH (document)<-[link:MANDATES]-(reason:Provision)
  RETURN reason, link, 1 AS nearness, 'asked for the document' AS how
  UNION
  MATCH (document)<-[:DOCUMENTATION]-(item:AgendaItem)<-[link:MANDATES]-(reason:Provision)
  RETURN reason, link, 2 AS nearness, 'asked for its agenda item, ' + item.id AS how
  UNION
  MATCH (document)-[link:PURSUANT_TO]->(reason)
  RETURN reason, link, 3 AS nearness, 'named in the document' AS how
}
RETURN how,
       split(reason.id, '#')[0] AS act,
       CASE WHEN reason:Provision THEN reason.id END AS provision,
       coalesce(reason['text_' + $language],
                [key IN keys(reason) WHERE key STARTS WITH 'text_' | reason[key]][0]) AS text,
       link.basis AS basis,
       link.confidence AS confidence
ORDER BY nearness, reason.position
