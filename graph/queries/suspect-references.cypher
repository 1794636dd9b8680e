// Which references are suspect?
//
// A symbol that differs by a slip from one that is known gives its link to the likely document, and
// says so. Whoever has the printed page can confirm or reject it.

MATCH (one:Mandates)-[reference {suspect: true}]->(other:Mandates)
UNWIND range(0, size(reference.quotations) - 1) AS piece
RETURN one.id AS source,
       type(reference) AS relation,
       other.id AS `read as`,
       reference.quotations[piece] AS quotation,
       reference.citations[piece] AS citation,
       reference.links[piece] AS link
ORDER BY one.position, other.position, piece
