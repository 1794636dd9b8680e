// What is stated, what is inferred, and how sure is it?
//
// For every rule that found relations of a kind: how many, and its measured precision (the lower
// bound of a 95 % interval, with the number of cases that it was measured on).
//
// $relation  string  such as MANDATES or CITES = null

MATCH (:Mandates)-[link]->(:Mandates)
WHERE $relation IS NULL OR type(link) = $relation
WITH type(link) AS relation, link.basis AS basis, link.rules[0] AS rule,
     link.confidence AS confidence, link.cases AS cases, count(*) AS links
RETURN relation, basis, rule, links, confidence, cases
ORDER BY relation, basis DESC, links DESC, rule
