-- Meetings that are written without names, entries that are not written down in full, and what programmes write in short.

ALTER TABLE meeting ADD COLUMN nameless INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_unfinished ON entry (meeting, rank, sort, id) WHERE shown = 1 AND unfinished = 1;
