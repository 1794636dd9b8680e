// How are two things connected?
//
// The shortest way between two nodes, whatever the relations and whichever way they point: a row a
// step, with the sentence it rests on.
//
// $from  string  id of the one   = "dec:untoc-cop/2/2"
// $to    string  id of the other = "doc:CTOC/COP/2008/6"

MATCH (one:Mandates {id: $from}), (other:Mandates {id: $to})
MATCH way = shortestPath((one)-[*..8]-(other))
UNWIND range(0, length(way) - 1) AS place
WITH place, relationships(way)[place] AS step
RETURN place + 1 AS step,
       startNode(step).id AS source,
       type(step) AS relation,
       endNode(step).id AS target,
       step.basis AS basis,
       step.confidence AS confidence,
       step.quotations[0] AS quotation,
       step.citations[0] AS citation,
       step.links[0] AS link
ORDER BY place
