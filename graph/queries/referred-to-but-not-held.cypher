// What is referred to, and not held?
//
// Documents or decisions whose text is not in the store, by the number of acts, items and documents
// that refer to them: what to fetch first.
//
// $kind      string  Document or Decision                     = "Document"
// $language  string  language of titles, where there are more = "en"

MATCH (missing:Document|Decision)
WHERE missing.known = false AND $kind IN labels(missing)
OPTIONAL MATCH (missing)-[reference]-(one)
WHERE NOT type(reference) IN ['ADOPTED_AT', 'BEFORE', 'SUBMITTED_BY',
                              'REVISES', 'ADDENDUM_TO', 'CORRIGENDUM_TO']
WITH missing, one, reference ORDER BY reference.position
WITH missing, collect(DISTINCT split(one.id, '#')[0]) AS places,
     collect(reference.citations[0])[0] AS first
RETURN missing.id AS `not held`,
       size(places) AS `referred to in`,
       places AS `which ones`,
       coalesce(missing['title_' + $language],
                [key IN keys(missing) WHERE key STARTS WITH 'title_' | missing[key]][0]) AS title,
       first AS citation
ORDER BY `referred to in` DESC, missing.position
