// What is the evidence for a link?
//
// Every sentence that a relation between two nodes rests on, whichever way it points, with the
// citation of each.
//
// $from  string  id of the one   = "dec:untoc-cop/3/2#r"
// $to    string  id of the other = "item:untoc-cop/4/2(c)"

MATCH (:Mandates {id: $from})-[link]-(:Mandates {id: $to})
UNWIND range(0, size(link.quotations) - 1) AS piece
RETURN startNode(link).id AS source,
       type(link) AS relation,
       endNode(link).id AS target,
       link.basis AS basis,
       link.confidence AS confidence,
       link.rules[piece] AS rule,
       link.quotations[piece] AS quotation,
       link.citations[piece] AS citation,
       link.links[piece] AS link
ORDER BY link.position, piece
