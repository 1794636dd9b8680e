// The form of the graph of mandates in Neo4j: its nodes and relations, constraints and indexes.
// Written by `mandates schema` from graph/model/model.toml: change that, not this file.
// Every statement says IF NOT EXISTS: applied a second time, the file changes nothing.

// ---- Properties ----
//
// What is not known is absent. Text stands in one property for each language: title_* means
// title_ar, title_en, title_es, title_fr, title_ru, title_zh. What has parts of its own (who, when
// and why of a judgement) is a string of JSON, because Neo4j keeps no value inside another. A date
// may be a month or a year, as older documents print it, and dates sort as they stand.

// ---- Nodes ----
//
// Every node has the label of its type, and the label :Mandates, which says that it is of this
// graph: nodes without it are never read or changed. Its id is the same in whatever language its
// documents are. A node with known = false is referred to, and its text is not here. Any node may
// have these:
//    id                   STRING
//    called               STRING: its short names, folded, each between blanks
//    citation             STRING: of an act, a provision, an item: where its text stands, to be
//                         copied
//    cited_link           STRING: address of that official text
//    position             INTEGER: place in the order of writing, in which lists come
//    written              LIST of STRING: its own properties, in the order of writing
//    loaded               STRING: the load that wrote it (at its end, what an earlier one wrote
//                         goes)
//    known                BOOLEAN – false: referred to, but its text is not in the store
//    title_*              STRING, one for each language – what it is called, as printed
//    disagreements        STRING: JSON – {property, language, value, document}: what lost when
//                         sources differed
//    judgement            STRING: JSON – {who, when, why} of the researcher who confirmed or added
//                         it
//
// (:Body)
//    body: an organ that meets, decides and may be asked to act
//    code                 STRING – how its acts name it: CP in 1/CP.22
//
// (:Session)
//    session: a session of a body, all its parts together
//    number               STRING – as in the id: 3, S-23, ES-10
//    start                STRING: YYYY, YYYY-MM or YYYY-MM-DD – its first day
//    end                  STRING: YYYY, YYYY-MM or YYYY-MM-DD – its last day
//    place_*              STRING, one for each language – where it was held
//    dates                LIST of STRING – what documents say of its dates: 2018-12-02/2018-12-15
//
// (:Decision)
//    decision: an act that a body adopted: a decision, a resolution, a presidential statement
//    and :Resolution, where the id begins with res:
//    and :Act
//    kind                 STRING – decision, resolution, presidential statement …
//    designation          STRING – number as printed, in Latin letters: 3/2, 1/CP.22, 56/210 B
//    symbol               STRING – of an act that has one: A/RES/55/25
//    number               STRING – its number, without the session
//    date                 STRING: YYYY, YYYY-MM or YYYY-MM-DD – when it was adopted
//    preamble_*           STRING, one for each language – its preambular paragraphs
//    languages            LIST of STRING – codes of the languages in which its text is here
//    source               STRING: official | digest – the official text, or a digest of it
//    link                 STRING – address of the official text
//    trust                FLOAT – share of its text that can be trusted, where it is a file of its
//                         own
//    understood           FLOAT – share of its text that has a place in the structure seen
//
// (:Provision)
//    provision: an operative paragraph of an act, a point of one, or a report paragraph with what
//    was decided
//    text_*               STRING, one for each language – its words, repaired, without those of its
//                         points
//    label                STRING – as in the id: r, g.1, 12, annex.3
//    part                 STRING – where it stands: operative, report or annex
//    order                INTEGER – place among the provisions of its act
//    action               LIST of STRING – English lemmas of its operative verbs
//    class                LIST of STRING – beside each action, its class
//    qualifiers           LIST of STRING – what strengthens or renews an action: further, also,
//                         strongly, again
//    deliverable          STRING – what is asked for: report, workshop, agenda-item …
//    deliverables         LIST of STRING – all of them, where several are asked for
//    expected_title_*     STRING, one for each language – what is to be written, in the provision's
//                         words
//    due                  STRING: JSON – {session, of, date, when, text}: by when, as far as its
//                         words tell
//    recurrence           STRING – how often: annual, biennial, every-session …
//    conditions           LIST of STRING – extrabudgetary-resources, existing-resources
//    is_mandate           BOOLEAN – true: it directs somebody to act
//    status               STRING: answered | on agenda | pending | no follow-up found | unknown –
//                         of a mandate: what is known of its follow-up
//
// (:Document)
//    document: a document, known by its symbol, or by the name of its file where it has none
//    symbol               STRING – its symbol, as in the id
//    kind                 STRING – report, annotated-agenda, decisions, resolution, other
//    date                 STRING: YYYY, YYYY-MM or YYYY-MM-DD – when it was issued
//    body                 STRING – slug of the body that it is a document of
//    session              STRING – id of the session that it is a document of
//    languages            LIST of STRING – codes of the languages in which its text is here
//    source               STRING: official | digest – the official text, or a digest of it
//    link                 STRING – address of the official text
//    trust                FLOAT – share of its text that can be trusted
//    understood           FLOAT – share of its text that has a place in the structure seen
//    description_*        STRING, one for each language – how a list of documents calls it, where
//                         that is not its title
//
// (:AgendaItem)
//    agenda item: an item of a session's agenda, or of a draft agenda that a report annexes
//    label                STRING – as in the id: 2, 2(c)
//    order                INTEGER – place on the agenda
//    agendas              LIST of STRING – those on which it stands: adopted, provisional, draft
//    provisional_title_*  STRING, one for each language – its title on the provisional agenda
//    adopted_title_*      STRING, one for each language – its title on the adopted agenda
//    annotation_*         STRING, one for each language – what the annotated agenda says below it
//
// (:Instrument)
//    instrument: a treaty, a protocol, a charter
//
// (:Article)
//    article: an article of an instrument
//    number               STRING – its number, as in the id
//
// (:Rule)
//    rule of procedure: a rule of procedure of a body
//    number               STRING – its number, as in the id
//
// (:WorkingGroup)
//    working group: a working group or another group that a body set up
//
// (:Actor)
//    actor: who is asked to act, or lays documents before a body
//    kind                 STRING – what sort of actor it is
//
// (:Topic)
//    topic: a subject heading that documents print
//
// action holds the English lemmas of the operative verbs, whatever the language of the text, and
// class holds, beside each, one of these:
//    directive            request, call-upon, call-for, invite, urge, encourage, recommend, demand,
//                         direct, authorize, entrust
//    deciding             decide, adopt, approve, endorse, agree, establish, extend, amend,
//                         conclude
//    observing            take-note-of, note, recall, recognize, acknowledge, consider
//    evaluative           welcome, commend, support, express-appreciation, thank, look-forward-to,
//                         regret, express-concern, deplore, condemn
//    reinforcing          reaffirm, affirm, reiterate, stress, emphasize, underline, remind

// ---- Relations ----
//
// Between two nodes there is at most one relation of a type. Any relation may have these:
//    basis                STRING: stated | inferred | structural
//    confidence           FLOAT
//    position             INTEGER: place in the order of writing, in which lists come
//    written              LIST of STRING: its own properties, in the order of writing
//    loaded               STRING: the load that wrote it (at its end, what an earlier one wrote
//                         goes)
//    suspect              BOOLEAN – true: a near-miss symbol, led to the likely node
//    cases                INTEGER – number of cases that the confidence was measured on
//    score                FLOAT – how well texts matched, from 0 to 1, where matching found the
//                         edge
//    judgement            STRING: JSON – {who, when, why} of the researcher who confirmed or added
//                         it
//    disagreements        STRING: JSON – {property, language, value, document}: what lost when
//                         sources differed
// stated: a text says it. inferred: found by comparing texts. structural: follows from a symbol, a
// label or a heading. confidence is the measured precision of the rule that found it, from 0 to 1.
//
// Evidence stands on the relation that it proves, in lists of equal length, one entry a place that
// proves it: r.quotations[0] with r.citations[0] is the first sentence and its citation. A relation
// in Neo4j cannot have relations, and nodes of evidence would cost every question two steps more,
// and could be left behind. Each of these is a LIST of
//    documents            STRING: id of the document
//    languages            STRING: of the text
//    checksums            STRING: SHA-256 of the file, as a :SourceText has it
//    spans                STRING: JSON, [[start, end], …], in code points of the file
//    starts               INTEGER: where the first span starts, or -1
//    ends                 INTEGER: where the last one ends, or -1
//    quotations           STRING: the sentence, repaired
//    pages                INTEGER, or -1
//    boxes                STRING: JSON, [left, bottom, right, top] on the page, or empty
//    pinpoints            STRING: like paragraph 3 (b), or empty
//    rules                STRING: the rule that found it
//    sources              STRING: official | digest
//    citations            STRING: ready to be copied, empty for what a pack says
//    links                STRING: address of the official text, or empty
//
// (:Session)-[:SESSION_OF]->(:Body)
//    the body met in this session (backwards: has session)
//
// (:AgendaItem)-[:ITEM_OF]->(:Session)
//    the item stands on the agenda of the session (backwards: has on its agenda)
//
// (:AgendaItem)-[:SUBITEM_OF]->(:AgendaItem)
//    the item is a lettered or numbered part of another (backwards: has sub-item)
//
// (:Article)-[:ARTICLE_OF]->(:Instrument)
//    the article stands in the instrument (backwards: has article)
//
// (:Instrument)-[:SUPPLEMENTS]->(:Instrument)
//    the protocol supplements the convention (backwards: supplemented by)
//
// (:Decision)-[:ADOPTED_AT]->(:Session)
//    the body adopted the decision at this session (backwards: adopted)
//    date                 STRING: YYYY, YYYY-MM or YYYY-MM-DD – when it was adopted
//    meeting              STRING – number of the meeting
//
// (:Decision)-[:CONTAINED_IN]->(:Document)
//    the text of the decision stands in the document (backwards: contains the text of)
//
// (:Decision|Document|Provision)-[:HAS_PROVISION]->(:Provision)
//    the provision is an operative paragraph of the act, or a point of another provision
//    (backwards: provision of)
//
// (:Decision|Provision)-[:UNDER]->(:AgendaItem)
//    adopted or concluded under the agenda item (backwards: led to)
//
// (:Provision)-[:ADDRESSED_TO]->(:Actor|WorkingGroup|Body)
//    who is asked to act (backwards: asked by)
//    action               LIST of STRING – the verbs that ask, English lemmas
//
// (:Provision)-[:DUE_AT]->(:Session)
//    by which session the provision wants it done (backwards: awaits)
//    when                 STRING: at | before – at the session, or before it
//    action               LIST of STRING – the verbs that set it, English lemmas
//
// (:AgendaItem)-[:BECAME]->(:AgendaItem)
//    an item of a draft agenda stands on the agenda under this label (backwards: was in draft)
//
// (:AgendaItem)-[:DOCUMENTATION]->(:Document)
//    the document is listed or was considered under the item (backwards: considered under)
//
// (:Session)-[:BEFORE]->(:Document)
//    the document was before the session (backwards: was before)
//
// (:AgendaItem|Document|WorkingGroup)-[:PURSUANT_TO]->(:Decision|Provision)
//    the text says that it acts on the decision (backwards: carried out by)
//
// (:Provision)-[:MANDATES]->(:Document|AgendaItem|WorkingGroup)
//    the target exists because the provision asked for it (backwards: mandated by)
//    action               LIST of STRING – the verbs that asked for it, English lemmas
//
// (:WorkingGroup|Body)-[:ESTABLISHED_BY]->(:Decision)
//    the decision set the group or body up (backwards: established)
//
// (:Document)-[:DRAFT_OF]->(:Decision)
//    the document held the draft that was adopted (backwards: was drafted in)
//
// (:Document)-[:SUBMITTED_BY]->(:Actor)
//    who laid the document before the body (backwards: submitted)
//
// (:Document)-[:REVISES]->(:Document)
//    a revision, by its symbol (backwards: revised by)
//
// (:Document)-[:ADDENDUM_TO]->(:Document)
//    an addendum, by its symbol (backwards: has addendum)
//
// (:Document)-[:CORRIGENDUM_TO]->(:Document)
//    a corrigendum, by its symbol (backwards: corrected by)
//
// (:Document)-[:REPORTS_ON]->(:Session)
//    the document is the report of the session (backwards: reported in)
//
// (:Decision|Provision|AgendaItem|Document)-[:CITES]->(:Decision|Provision|Article|Rule|Instrument|Document)
//    the text refers to it (backwards: cited by)
//    part                 STRING – where, if in no provision: preamble, title, heading, annex …
//    paragraphs           LIST of STRING – paragraphs of the article or act that are cited
//    action               LIST of STRING – what it is cited for: recall, reaffirm, amend …
//
// (:Decision|Provision)-[:AMENDS]->(:Decision|Provision|Rule)
//    changes the text of the other (backwards: amended by)
//
// (:Decision|Provision)-[:SUPERSEDES]->(:Decision|Provision|Rule)
//    takes the place of the other (backwards: superseded by)
//
// (:Document|Rule|AgendaItem)-[:DEFERRED_TO]->(:Session|AgendaItem)
//    its consideration was put off (backwards: took over)
//
// (:Document)-[:ABOUT]->(:Topic)
//    the document prints the subject heading (backwards: subject of)

// ---- Beside the graph ----
//
// Nodes of no relation, labelled :Mandates too: what shows evidence in its place and finds words.
//
// (:SourceText)
//    a file as it was read: evidence has its checksum, and points into its original text: checksum,
//    name, document, language, media_type, source, fingerprint, link, repairs (JSON), trust,
//    characters, original, repaired, origins (packed), payload (packed)
//
// (:Words)
//    a text of a node, folded for the search of words and parts of words: node, field, language,
//    folded (or long, where the index takes it not), length, rank (of the field, names first)
//
// (:Remark)
//    what a build could not settle: unresolved, suspect, disagreement, note: position, kind,
//    message, document, span, text, guess
//
// (:Judgement)
//    what a researcher confirmed, rejected or added: position, line (JSON)
//
// (:Answer)
//    an answer that takes long to find, as the source had kept it: name, answer (JSON)
//
// (:Manifest)
//    one: which build this graph is a copy of, and whether the copy is complete: form, state
//    (complete | loading), content (hash of the graph), record (JSON), loaded

// ---- Constraints: an id names one node ----

CREATE CONSTRAINT mandates_id IF NOT EXISTS
FOR (n:Mandates) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT body_id IF NOT EXISTS
FOR (n:Body) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT session_id IF NOT EXISTS
FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS
FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT provision_id IF NOT EXISTS
FOR (n:Provision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS
FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT agenda_item_id IF NOT EXISTS
FOR (n:AgendaItem) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT instrument_id IF NOT EXISTS
FOR (n:Instrument) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS
FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rule_id IF NOT EXISTS
FOR (n:Rule) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT working_group_id IF NOT EXISTS
FOR (n:WorkingGroup) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT topic_id IF NOT EXISTS
FOR (n:Topic) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sourcetext IF NOT EXISTS
FOR (n:SourceText) REQUIRE n.checksum IS UNIQUE;
CREATE CONSTRAINT words IF NOT EXISTS
FOR (n:Words) REQUIRE (n.node, n.field, n.language) IS UNIQUE;
CREATE CONSTRAINT remark IF NOT EXISTS
FOR (n:Remark) REQUIRE n.position IS UNIQUE;
CREATE CONSTRAINT judgement IF NOT EXISTS
FOR (n:Judgement) REQUIRE n.position IS UNIQUE;
CREATE CONSTRAINT answer IF NOT EXISTS
FOR (n:Answer) REQUIRE n.name IS UNIQUE;

// ---- Indexes: what nodes are looked up by, besides the id ----

CREATE INDEX body_code IF NOT EXISTS
FOR (n:Body) ON (n.code);
CREATE INDEX session_number IF NOT EXISTS
FOR (n:Session) ON (n.number);
CREATE INDEX decision_designation IF NOT EXISTS
FOR (n:Decision) ON (n.designation);
CREATE INDEX decision_symbol IF NOT EXISTS
FOR (n:Decision) ON (n.symbol);
CREATE INDEX provision_status IF NOT EXISTS
FOR (n:Provision) ON (n.status);
CREATE INDEX document_symbol IF NOT EXISTS
FOR (n:Document) ON (n.symbol);
CREATE INDEX agenda_item_label IF NOT EXISTS
FOR (n:AgendaItem) ON (n.label);
CREATE INDEX article_number IF NOT EXISTS
FOR (n:Article) ON (n.number);
CREATE INDEX rule_number IF NOT EXISTS
FOR (n:Rule) ON (n.number);
CREATE INDEX words_length IF NOT EXISTS
FOR (n:Words) ON (n.length);
CREATE TEXT INDEX words_folded IF NOT EXISTS
FOR (n:Words) ON (n.folded);
CREATE TEXT INDEX mandates_called IF NOT EXISTS
FOR (n:Mandates) ON (n.called);

// ---- Full text ----

// One full-text index over every title and text in every language. Its analyzer is "arabic": it
// finds Arabic words whatever the article, the conjunction or the form of alef and ya, without
// kashida and vowel signs, with either kind of digits. Words of the other languages it finds whole
// and without regard to capitals, for it stems Arabic letters only, and Chinese by single
// characters. An analyzer for any language (standard) would miss an Arabic word with its article.
// Put Chinese in quotation marks, and an asterisk for endings:
//    CALL db.index.fulltext.queryNodes("texts", "مصادرة OR confiscat*")
//    YIELD node, score RETURN node.id, score
// Where an index of this name is there, it stays as it is: after a change of the model, DROP INDEX
// texts comes before this file.

CREATE FULLTEXT INDEX texts IF NOT EXISTS
FOR (n:Body|Session|Decision|Provision|Document|AgendaItem|Instrument|Article|Rule|WorkingGroup|Actor|Topic)
ON EACH [
    n.title_ar, n.title_en, n.title_es, n.title_fr, n.title_ru, n.title_zh,
    n.place_ar, n.place_en, n.place_es, n.place_fr, n.place_ru, n.place_zh,
    n.preamble_ar, n.preamble_en, n.preamble_es, n.preamble_fr, n.preamble_ru, n.preamble_zh,
    n.text_ar, n.text_en, n.text_es, n.text_fr, n.text_ru, n.text_zh,
    n.expected_title_ar, n.expected_title_en, n.expected_title_es, n.expected_title_fr, n.expected_title_ru, n.expected_title_zh,
    n.description_ar, n.description_en, n.description_es, n.description_fr, n.description_ru, n.description_zh,
    n.provisional_title_ar, n.provisional_title_en, n.provisional_title_es, n.provisional_title_fr, n.provisional_title_ru, n.provisional_title_zh,
    n.adopted_title_ar, n.adopted_title_en, n.adopted_title_es, n.adopted_title_fr, n.adopted_title_ru, n.adopted_title_zh,
    n.annotation_ar, n.annotation_en, n.annotation_es, n.annotation_fr, n.annotation_ru, n.annotation_zh
]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'arabic' } };
