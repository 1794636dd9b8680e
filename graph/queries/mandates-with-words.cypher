// Which mandates speak of this?
//
// Provisions whose text has all these words, in any language, best matches first. Arabic is found
// whatever the article or the form of alef.
//
// $words     string  as one would type them in a search box   = "technical assistance"
// $language  string  language of texts, where there are more  = "en"

// Each word in quotation marks: signs in it, such as those of a symbol, mean nothing to the index.
WITH [word IN split($words, ' ') | '+"' + replace(replace(word, '\\', ''), '"', '') + '"'] AS all
CALL db.index.fulltext.queryNodes('texts', reduce(asked = '', word IN all | asked + word + ' '))
YIELD node AS found, score
WHERE found:Provision
RETURN found.id AS provision,
       found.is_mandate AS mandate,
       found.status AS status,
       round(score, 2) AS score,
       coalesce(found['text_' + $language],
                [key IN keys(found) WHERE key STARTS WITH 'text_' | found[key]][0]) AS text
ORDER BY score DESC, found.position
