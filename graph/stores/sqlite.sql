-- The tables of a store. A change here needs a new VERSION in sqlite.py.
CREATE TABLE reading (
    checksum TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    language TEXT NOT NULL,
    media_type TEXT NOT NULL,
    source TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    link TEXT,
    repairs TEXT NOT NULL,      -- JSON: step -> how often
    trust REAL NOT NULL,
    original TEXT NOT NULL,
    repaired TEXT NOT NULL,
    origins BLOB NOT NULL,      -- zlib of 32-bit little-endian offsets
    payload BLOB NOT NULL       -- zlib of the reader's own bytes
);
CREATE TABLE judgement (position INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE manifest (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE node (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    known INTEGER NOT NULL,
    properties TEXT NOT NULL
);
-- with all that ids are asked for, so that the long rows of the table are left alone
CREATE INDEX node_by_type ON node (type, position, known, id);
-- the values that questions pick nodes out by, and under the property "" the short names
CREATE TABLE lookup (
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    node INTEGER NOT NULL,      -- its position
    PRIMARY KEY (property, value, node)
) WITHOUT ROWID;
-- how many nodes and edges there are of each kind: JSON, as counts() gives it back
CREATE TABLE tally (nodes TEXT NOT NULL, edges TEXT NOT NULL);
CREATE TABLE kept (name TEXT PRIMARY KEY, answer TEXT NOT NULL);  -- JSON
CREATE TABLE edge (
    position INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    basis TEXT NOT NULL,
    confidence REAL,
    properties TEXT NOT NULL,
    UNIQUE (type, source, target)
);
CREATE INDEX edge_by_source ON edge (source, type);
CREATE INDEX edge_by_target ON edge (target, type);
-- edges with a property that few carry
CREATE TABLE rare (
    property TEXT NOT NULL,
    edge INTEGER NOT NULL,      -- its position
    PRIMARY KEY (property, edge)
) WITHOUT ROWID;
CREATE TABLE evidence (
    edge INTEGER NOT NULL,
    position INTEGER NOT NULL,
    record TEXT NOT NULL,       -- JSON
    PRIMARY KEY (edge, position)
) WITHOUT ROWID;
CREATE TABLE remark (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL);
-- in the order in which hits are shown, so that the first ones are found without the others
CREATE VIRTUAL TABLE words USING fts5 (
    folded, node UNINDEXED, field UNINDEXED, language UNINDEXED, tokenize = 'trigram'
);
