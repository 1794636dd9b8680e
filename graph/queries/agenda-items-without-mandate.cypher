// Which agenda items have no mandate?
//
// Items that no provision asked for and whose text names no act that they are pursuant to. The
// mandate of a sub-item is mandate enough for its item and its neighbours. Items of draft agendas
// have their reasons where they became items.
//
// $body      string  the body that meets, such as untoc-cop    = null
// $session   string  number of the session                     = null
// $language  string  language of titles, where there are more  = "en"

MATCH (item:AgendaItem)-[:ITEM_OF]->(session:Session)
WHERE ($session IS NULL OR session.id ENDS WITH '/' + $session)
  AND ($body IS NULL OR session.id STARTS WITH 'session:' + $body + '/')
  AND NOT item.id CONTAINS '@'
  AND NOT EXISTS {
    MATCH (item)-[:SUBITEM_OF*0..1]->()<-[:SUBITEM_OF*0..1]-(near)
    WHERE EXISTS { (near)<-[:MANDATES]-() } OR EXISTS { (near)-[:PURSUANT_TO]->() }
  }
RETURN session.id AS session,
       item.id AS `agenda item`,
       coalesce(item['title_' + $language],
                [key IN keys(item) WHERE key STARTS WITH 'title_' | item[key]][0]) AS title
ORDER BY item.position
