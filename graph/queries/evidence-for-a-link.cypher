// What is the evidence for a link?
//
// Every sentence that a relation between two nodes rests on, whichever way it points, with the
// citation of each.
//
// $from  string  id of the one   = "dec:untoc-cop/3/2#r"
// $to    string  id of the other = "item:untoc-cop/4/2(c)"

MATCH (:Mandates {id: $from})-[found]-(:Mandates {id: $to})
UNWIND range(0, size(found.quotations) - 1) AS piece
RETURN startNode(found).id AS source,
       type(found) AS relation,
       endNode(found).id AS target,
       found.basis AS basis,
       found.confidence AS confidence,
       found.rules[piece] AS rule,
       found.quotations[piece] AS quotation,
       found.citations[piece] AS citation,
       found.links[piece] AS link
ORDER BY found.position, piece
