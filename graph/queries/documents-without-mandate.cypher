// Which documents have no mandate?
//
// Documents that came before a session or up under an item, that no provision asked for and whose
// text names no act that they are pursuant to. Drafts that were adopted are left out; a revision or
// an addendum goes with its document.
//
// $body      string  the body that they came before, such as untoc-cop = null
// $language  string  language of titles, where there are more          = "en"

MATCH (paper:Document)
WHERE EXISTS {
    MATCH (occasion)-[:BEFORE|DOCUMENTATION]->(paper)
    WHERE $body IS NULL OR occasion.id STARTS WITH 'session:' + $body + '/'
                        OR occasion.id STARTS WITH 'item:' + $body + '/'
  }
  AND NOT EXISTS {
    MATCH (paper)-[:REVISES|ADDENDUM_TO|CORRIGENDUM_TO*0..1]->(origin)
    WHERE EXISTS { (origin)<-[:MANDATES]-() } OR EXISTS { (origin)-[:PURSUANT_TO|DRAFT_OF]->() }
  }
RETURN paper.id AS document,
       COLLECT {
         MATCH (paper)<-[:BEFORE|DOCUMENTATION]-(occasion)
         RETURN occasion.id ORDER BY occasion.position
       } AS `came up at`,
       COLLECT {
         MATCH (paper)-[:SUBMITTED_BY]->(author)
         RETURN author.id ORDER BY author.position
       } AS `submitted by`,
       coalesce(paper['title_' + $language],
                [key IN keys(paper) WHERE key STARTS WITH 'title_' | paper[key]][0]) AS title
ORDER BY paper.position
