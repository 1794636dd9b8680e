// Which acts are cited most?
//
// Decisions and resolutions by the number of other acts, documents and agenda items whose text
// refers to them, whether their own text is in the store or not.
//
// $body  string  only acts of this body, such as ga = null

MATCH (act:Act)<-[:CITES|PURSUANT_TO]-(citing)
WHERE $body IS NULL OR act.id STARTS WITH 'dec:' + $body + '/'
                    OR act.id STARTS WITH 'res:' + $body + '/'
WITH act, collect(DISTINCT split(citing.id, '#')[0]) AS citing
WITH act, [one IN citing WHERE one <> act.id] AS citing
WHERE size(citing) > 0
RETURN act.id AS act,
       size(citing) AS `cited by`,
       size([one IN citing WHERE one STARTS WITH 'dec:' OR one STARTS WITH 'res:']) AS acts,
       size([one IN citing WHERE one STARTS WITH 'item:']) AS `agenda items`,
       size([one IN citing WHERE one STARTS WITH 'doc:']) AS documents,
       coalesce(act.known, true) AS `text in the store`
ORDER BY `cited by` DESC, act
