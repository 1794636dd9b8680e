// Which references are suspect?
//
// A symbol that differs by a slip from one that is known gives its link to the likely document, and
// says so. Whoever has the printed page can confirm or reject it.

MATCH (one:Mandates)-[link {suspect: true}]->(other:Mandates)
UNWIND range(0, size(link.quotations) - 1) AS piece
RETURN one.id AS source,
       type(link) AS relation,
       other.id AS `read as`,
       link.quotations[piece] AS quotation,
       link.citations[piece] AS citation,
       link.links[piece] AS link
ORDER BY one.position, other.position, piece
