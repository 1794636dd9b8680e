// How are two things connected?
//
// The shortest way between two nodes, whichever way its relations point: a row a step, with the
// sentence it rests on. Of ways of one length, the one with the fewest mere mentions. Sessions,
// addressees and conventions that both have in common connect everything, and are no way.
//
// $from  string  id of the one   = "dec:untoc-cop/2/2"
// $to    string  id of the other = "doc:CTOC/COP/2008/6"

MATCH (one:Mandates {id: $from})
MATCH (other:Mandates {id: $to})
MATCH way = allShortestPaths(
  (one)-[:AMENDS|BECAME|CITES|DEFERRED_TO|DOCUMENTATION|DRAFT_OF|ESTABLISHED_BY|HAS_PROVISION
         |MANDATES|PURSUANT_TO|REVISES|SUBITEM_OF|SUPERSEDES|UNDER*..8]-(other)
)
WHERE none(station IN nodes(way) WHERE station:Instrument)
WITH relationships(way) AS steps
ORDER BY size([step IN steps WHERE type(step) = 'CITES']), [step IN steps | step.position]
LIMIT 1
UNWIND range(0, size(steps) - 1) AS place
WITH place, steps[place] AS taken
RETURN place + 1 AS step,
       startNode(taken).id AS source,
       type(taken) AS relation,
       endNode(taken).id AS target,
       taken.basis AS basis,
       taken.confidence AS confidence,
       taken.quotations[0] AS quotation,
       taken.citations[0] AS citation,
       taken.links[0] AS link
ORDER BY place
