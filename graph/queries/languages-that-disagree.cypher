// Where do languages disagree?
//
// Properties for which the texts of one document in several languages say different things: what
// was kept, and what lost against it (in JSON: property, language, value, document).
//
// $kind  string  Provision, Decision, Document, AgendaItem … = null

MATCH (one:Mandates)
WHERE one.disagreements IS NOT NULL AND ($kind IS NULL OR $kind IN labels(one))
RETURN [label IN labels(one) WHERE label <> 'Mandates'][0] AS kind,
       one.id AS id,
       CASE WHEN one:Provision THEN one.id END AS provision,
       one.disagreements AS `what lost`
ORDER BY one.position
