// What could not be resolved?
//
// Names and references that the build could not settle, with a guess where there is one.
//
// $kind  string  unresolved, suspect, disagreement or note = "unresolved"

MATCH (remark:Remark {kind: $kind})
RETURN remark.text AS text,
       remark.message AS message,
       remark.guess AS guess,
       remark.document AS document
ORDER BY remark.position
