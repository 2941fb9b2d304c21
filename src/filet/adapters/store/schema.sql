CREATE TABLE vault (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
    key INTEGER PRIMARY KEY,
    chain BLOB NOT NULL UNIQUE CHECK (length(chain) = 16),
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    tick INTEGER NOT NULL
) STRICT;

CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    chain INTEGER NOT NULL REFERENCES head (key),
    seq INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    refs BLOB,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    file BLOB,
    at INTEGER,
    offset INTEGER,
    author BLOB,
    kind TEXT,
    body BLOB,
    salt BLOB,
    sig BLOB
) STRICT;

CREATE UNIQUE INDEX entry_place ON entry (chain, seq);

CREATE INDEX entry_file ON entry (file) WHERE file IS NOT NULL;

CREATE INDEX entry_house ON entry (file, kind)
WHERE file = x'00000000000000000000000000000000';

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE chain = NEW.chain)
BEGIN
    SELECT RAISE(ABORT, 'an entry must follow the last of its chain');
END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TRIGGER entry_keeps BEFORE UPDATE ON entry
WHEN NOT (
    NEW.key IS OLD.key AND NEW.chain IS OLD.chain AND NEW.seq IS OLD.seq
    AND NEW.tick IS OLD.tick AND NEW.refs IS OLD.refs
    AND NEW.commitment IS OLD.commitment AND NEW.hash IS OLD.hash
    AND NEW.file IS NULL AND NEW.at IS NULL AND NEW.offset IS NULL AND NEW.author IS NULL
    AND NEW.kind IS NULL AND NEW.body IS NULL AND NEW.salt IS NULL AND NEW.sig IS NULL
)
BEGIN
    SELECT RAISE(ABORT, 'an entry can only be blanked');
END;

CREATE TABLE case_line (
    file BLOB PRIMARY KEY,
    sort TEXT NOT NULL,
    closed INTEGER NOT NULL,
    status TEXT NOT NULL,
    level TEXT NOT NULL,
    names TEXT NOT NULL,
    line BLOB NOT NULL
) STRICT;

CREATE INDEX case_line_sort ON case_line (closed, sort);

CREATE INDEX case_line_housed ON case_line (sort) WHERE status = 'housed';

CREATE TABLE due (
    file BLOB NOT NULL,
    thing BLOB NOT NULL,
    due TEXT NOT NULL,
    line BLOB NOT NULL,
    PRIMARY KEY (file, thing)
) STRICT;

CREATE INDEX due_order ON due (due);

CREATE TABLE register_line (
    entry INTEGER PRIMARY KEY REFERENCES entry (key),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    line BLOB NOT NULL
) STRICT;

CREATE INDEX register_line_order ON register_line (kind, at);

CREATE VIRTUAL TABLE search_text USING fts5 (
    words, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3 4 5 6'
);

CREATE TABLE draft (
    author BLOB NOT NULL,
    file BLOB NOT NULL,
    place TEXT NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (author, file, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    key INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    temporary TEXT NOT NULL,
    digest BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;

