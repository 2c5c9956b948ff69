-- Meetings that are written without names, entries that are not written down in full, and what programmes write in short.

ALTER TABLE meeting ADD COLUMN nameless INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_unfinished ON entry (meeting, rank, sort, id) WHERE shown = 1 AND unfinished = 1;

CREATE TABLE abbreviation (
    row       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    programme BLOB NOT NULL,
    short     TEXT NOT NULL,
    long      TEXT NOT NULL,
    deleted   INTEGER NOT NULL DEFAULT 0,
    kept      INTEGER NOT NULL DEFAULT 0,
    shown     INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX abbreviation_programme ON abbreviation (programme, short, id) WHERE shown = 1;
