// Where do draft, provisional and adopted agendas differ?
//
// Items of a draft agenda that stand on the agenda under another label, or of which nothing became;
// new items that the draft did not have; and items whose title was changed on adoption.
//
// $body      string  the body that meets, such as untoc-cop   = null
// $session   string  number of the session                    = null
// $language  string  language of titles, where there are more = "en"

MATCH (item:AgendaItem)-[:ITEM_OF]->(held:Session)
WHERE ($session IS NULL OR held.id ENDS WITH '/' + $session)
  AND ($body IS NULL OR held.id STARTS WITH 'session:' + $body + '/')
OPTIONAL MATCH (item)-[:BECAME]->(later:AgendaItem)
WITH held, item, later,
     CASE WHEN 'draft' IN item.agendas AND later IS NULL THEN 'left out'
          WHEN later.label <> item.label THEN 'another label'
          WHEN NOT 'draft' IN item.agendas AND NOT EXISTS { (item)<-[:BECAME]-() }
           AND EXISTS { MATCH (held)<-[:ITEM_OF]-(draft) WHERE 'draft' IN draft.agendas } THEN 'new'
          WHEN any(language IN ['ar', 'en', 'es', 'fr', 'ru', 'zh']
                   WHERE item['adopted_title_' + language] <> item['provisional_title_' + language])
          THEN 'another title' END AS difference
WHERE difference IS NOT NULL
RETURN held.id AS session,
       item.id AS `agenda item`,
       difference,
       later.id AS became,
       coalesce(item['title_' + $language],
                [key IN keys(item) WHERE key STARTS WITH 'title_' | item[key]][0]) AS title,
       coalesce(later['title_' + $language],
                [key IN keys(later) WHERE key STARTS WITH 'title_' | later[key]][0]) AS `its title`
ORDER BY item.position, later.position
