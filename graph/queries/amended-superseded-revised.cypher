// What was amended, superseded, revised or corrected?
//
// Decisions, provisions and rules that later acts changed, and documents that were issued anew.
//
// $id  string  of the thing that was changed = null

MATCH (new:Act|Provision|Document)-[change:AMENDS|SUPERSEDES|REVISES|CORRIGENDUM_TO]->(old)
WHERE $id IS NULL OR old.id = $id
RETURN old.id AS earlier,
       type(change) AS relation,
       new.id AS later,
       change.basis AS basis,
       change.quotations[0] AS quotation,
       change.citations[0] AS citation,
       change.links[0] AS link
ORDER BY old.position, new.position
