-- The first shape of the store. A released migration never changes.
--
-- `log` is the truth: every cell that was ever written, in the order of each device. The tables of nouns are
-- its present state; columns marked "derived" are in no log and can be computed again at any time.

CREATE TABLE device (
    number  INTEGER PRIMARY KEY,      -- how the other tables name it in this file
    id      BLOB NOT NULL UNIQUE,
    machine TEXT NOT NULL,
    path    TEXT NOT NULL             -- empty in a copy: whoever opens it is a new device
);

CREATE TABLE counter (                -- numbers given out by a device; never given back
    device INTEGER NOT NULL,
    series TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (device, series)
) WITHOUT ROWID;

CREATE TABLE log (
    device    INTEGER NOT NULL,
    seq       INTEGER NOT NULL,       -- from 1 on each device
    stamp     INTEGER NOT NULL,       -- hybrid logical clock
    operation INTEGER NOT NULL,       -- the seq of the operation's own row, the first of its rows
    entity    TEXT NOT NULL,
    id        BLOB NOT NULL,
    field     TEXT NOT NULL,          -- empty where the record was made; for an operation its name
    old,
    new,                              -- for a made record a JSON object of its cells
    seen      TEXT NOT NULL,          -- the cell's heads that the author had seen: "device:seq device:seq"
    author    TEXT,
    PRIMARY KEY (device, seq)
) WITHOUT ROWID;
CREATE INDEX log_cell ON log (id, field);

CREATE TABLE programme (
    row     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    core_values TEXT NOT NULL,
    goals   TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE meeting (
    row       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    programme BLOB,
    kind      TEXT NOT NULL,
    status    TEXT NOT NULL,
    title     TEXT NOT NULL,
    date      TEXT,
    time      TEXT,
    place     TEXT NOT NULL,
    audience  TEXT NOT NULL,
    reference TEXT NOT NULL,
    tables    INTEGER NOT NULL,
    next      TEXT,
    signoff   TEXT NOT NULL,
    signoff_as_written TEXT,
    source    TEXT,                   -- SHA-256 of the file it was read from
    deleted   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX meeting_date ON meeting (date DESC, row DESC) WHERE deleted = 0;

CREATE TABLE field (
    row        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE,
    meeting    BLOB NOT NULL,
    position   TEXT NOT NULL,
    role       TEXT NOT NULL,
    label      TEXT NOT NULL,
    value      TEXT NOT NULL,
    as_written TEXT,
    deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX field_place ON field (meeting, position, id) WHERE deleted = 0;

CREATE TABLE section (
    row        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE,
    meeting    BLOB NOT NULL,
    position   TEXT NOT NULL,
    heading    TEXT NOT NULL,
    as_written TEXT,
    level      INTEGER NOT NULL,
    intro      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    deleted    INTEGER NOT NULL DEFAULT 0,
    entries    INTEGER NOT NULL DEFAULT 0     -- derived: how many entries stand in it
);
CREATE INDEX section_place ON section (meeting, position, id) WHERE deleted = 0;

CREATE TABLE entry (
    row              INTEGER PRIMARY KEY,
    id               BLOB NOT NULL UNIQUE,
    meeting          BLOB NOT NULL,
    section          BLOB NOT NULL,
    position         TEXT NOT NULL,
    depth            INTEGER NOT NULL,
    kind             TEXT NOT NULL,           -- "challenge:open"; a kind without a status is its code alone
    text             TEXT NOT NULL,
    as_written       TEXT,
    table_no         INTEGER,
    round            INTEGER,
    scribe           TEXT,
    captured_at      TEXT,
    speaker          TEXT,
    tags             TEXT NOT NULL,
    starred          INTEGER NOT NULL,
    owner            TEXT,
    due              TEXT,                    -- "day iso words": sorts by its day
    source           BLOB,
    challenge_number TEXT,                    -- "number@device"
    action_number    TEXT,
    deleted          INTEGER NOT NULL DEFAULT 0,
    class            INTEGER NOT NULL DEFAULT 0,  -- derived: 1 challenge, 2 action or commitment, 0 anything else
    rank             INTEGER NOT NULL DEFAULT 0,  -- derived: 0 wants something done, 1 answered but open, 2 closed
    answers          INTEGER NOT NULL DEFAULT 0,  -- derived: how many responses it has
    sort             TEXT NOT NULL DEFAULT ''     -- derived: a challenge's day, an action's due day
);
CREATE INDEX entry_place ON entry (section, position, id) WHERE deleted = 0;
CREATE INDEX entry_table ON entry (section, table_no, position, id) WHERE deleted = 0 AND table_no IS NOT NULL;
CREATE INDEX entry_work ON entry (class, rank, sort, row, kind) WHERE deleted = 0 AND class > 0;
CREATE INDEX entry_owner ON entry (class, owner, rank, sort, row) WHERE deleted = 0 AND class > 0 AND owner IS NOT NULL;
CREATE INDEX entry_meeting ON entry (meeting, class, rank, sort, row, section, answers) WHERE deleted = 0 AND class > 0;
CREATE INDEX entry_tags ON entry (section, tags) WHERE deleted = 0 AND tags <> '';
CREATE INDEX entry_caught ON entry (meeting) WHERE deleted = 0 AND captured_at IS NOT NULL;
CREATE INDEX entry_asked ON entry (meeting) WHERE deleted = 0 AND class = 1;
CREATE INDEX entry_source ON entry (source) WHERE source IS NOT NULL;

CREATE TRIGGER entry_made AFTER INSERT ON entry WHEN new.deleted = 0 BEGIN
    UPDATE section SET entries = entries + 1 WHERE id = new.section;
END;
CREATE TRIGGER entry_moved AFTER UPDATE OF section, deleted ON entry
WHEN old.section <> new.section OR old.deleted <> new.deleted BEGIN
    UPDATE section SET entries = entries - 1 WHERE id = old.section AND old.deleted = 0;
    UPDATE section SET entries = entries + 1 WHERE id = new.section AND new.deleted = 0;
END;

CREATE TABLE response (
    row        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE,
    meeting    BLOB NOT NULL,
    kind       TEXT NOT NULL,
    text       TEXT NOT NULL,
    as_written TEXT,
    given_on   TEXT,
    due        TEXT,
    author     TEXT,
    deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX response_meeting ON response (meeting) WHERE deleted = 0;

CREATE TABLE answer (
    row       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    response  BLOB NOT NULL,
    challenge BLOB NOT NULL,
    deleted   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX answer_challenge ON answer (challenge, row) WHERE deleted = 0;
CREATE INDEX answer_response ON answer (response, row) WHERE deleted = 0;

CREATE TABLE follow_up (
    row     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    entry   BLOB NOT NULL,
    made_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    comment TEXT NOT NULL,
    author  TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX follow_up_entry ON follow_up (entry, made_on, row) WHERE deleted = 0;

CREATE TABLE person (
    row          INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    role         TEXT,
    organisation BLOB,
    deleted      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX person_name ON person (name) WHERE deleted = 0;

CREATE TABLE organisation (
    row     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    short   TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
);

-- Search. `search` holds what was said as folded words; `word` is its vocabulary, in which a part of a word
-- is looked up first. A document's rowid is the noun's row and a noun number: see `store/search.rs`.
CREATE VIRTUAL TABLE search USING fts5 (
    body, content = '', contentless_delete = 1, detail = 'none', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE word (
    row  INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);
