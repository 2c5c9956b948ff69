-- The log ready to be joined with another laptop's: what a deletion's author held, the space that an operation is of, and
-- conflicts. Every noun gets what is derived from deletions: `kept` and `shown`.

ALTER TABLE log ADD COLUMN space INTEGER NOT NULL DEFAULT 1;
ALTER TABLE log ADD COLUMN held TEXT;   -- of an operation and of a deletion: the last row of every other replica its
                                        -- author held, "device:seq device:seq"; NULL in rows of earlier versions
CREATE INDEX log_space ON log (space, device, seq) WHERE space <> 1;

CREATE TABLE space (                    -- what is shared as a whole; the log of this file begins in the first
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE
);
INSERT INTO space (number, id) VALUES (1, randomblob(16));

CREATE TABLE conflict (                 -- derived: writes of a cell that the present one was made without having seen
    id     BLOB NOT NULL,
    field  TEXT NOT NULL,
    device INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (id, field, device, seq)
) WITHOUT ROWID;

CREATE TABLE numbering (                -- derived: the greatest number that is known of each series
    space  INTEGER NOT NULL,
    series TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (space, series)
) WITHOUT ROWID;
INSERT INTO numbering SELECT 1, series, max(value) FROM counter GROUP BY series;
DROP TABLE counter;

CREATE TABLE shared_number (            -- derived: the numbers that two records have
    series TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (series, value)
) WITHOUT ROWID;
INSERT INTO shared_number SELECT 'challenge', CAST(challenge_number AS INTEGER) AS value FROM entry
    WHERE challenge_number IS NOT NULL GROUP BY value HAVING count(*) > 1;
INSERT INTO shared_number SELECT 'action', CAST(action_number AS INTEGER) AS value FROM entry
    WHERE action_number IS NOT NULL GROUP BY value HAVING count(*) > 1;

-- kept: derived: deleted by somebody who did not hold all that was written in it
-- shown: derived: neither deleted, unless it is kept, nor in a record that is not shown
ALTER TABLE programme ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE meeting ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE field ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE field ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE section ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE section ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entry ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entry ADD COLUMN maker INTEGER NOT NULL DEFAULT 0;  -- derived: the replica that made it
ALTER TABLE response ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE response ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE answer ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE follow_up ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE organisation ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE manuscript ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE manuscript ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER entry_made;
DROP TRIGGER entry_moved;

DROP INDEX meeting_date;
DROP INDEX field_place;
DROP INDEX section_place;
DROP INDEX entry_place;
DROP INDEX entry_table;
DROP INDEX entry_work;
DROP INDEX entry_owner;
DROP INDEX entry_meeting;
DROP INDEX entry_tags;
DROP INDEX entry_caught;
DROP INDEX entry_asked;
DROP INDEX response_meeting;
DROP INDEX answer_challenge;
DROP INDEX answer_response;
DROP INDEX follow_up_entry;
DROP INDEX person_name;
DROP INDEX manuscript_subject;

UPDATE programme SET shown = 0 WHERE deleted = 1;
UPDATE meeting SET shown = 0 WHERE deleted = 1;
UPDATE field SET shown = 0 WHERE deleted = 1 OR meeting IN (SELECT id FROM meeting WHERE shown = 0);
UPDATE section SET shown = 0 WHERE deleted = 1 OR meeting IN (SELECT id FROM meeting WHERE shown = 0);
UPDATE entry SET shown = 0 WHERE deleted = 1
    OR meeting IN (SELECT id FROM meeting WHERE shown = 0) OR section IN (SELECT id FROM section WHERE shown = 0);
UPDATE response SET shown = 0 WHERE deleted = 1 OR meeting IN (SELECT id FROM meeting WHERE shown = 0);
UPDATE answer SET shown = 0 WHERE deleted = 1
    OR response IN (SELECT id FROM response WHERE shown = 0) OR challenge IN (SELECT id FROM entry WHERE shown = 0);
UPDATE follow_up SET shown = 0 WHERE deleted = 1 OR entry IN (SELECT id FROM entry WHERE shown = 0);
UPDATE person SET shown = 0 WHERE deleted = 1;
UPDATE organisation SET shown = 0 WHERE deleted = 1;
UPDATE manuscript SET shown = 0 WHERE deleted = 1;

UPDATE entry SET maker = coalesce((SELECT device FROM log WHERE log.id = entry.id AND log.field = ''), 0);
UPDATE section SET entries = 0 WHERE shown = 0;

CREATE INDEX meeting_date ON meeting (date DESC, id DESC) WHERE shown = 1;
CREATE INDEX field_place ON field (meeting, shown, position, id);
CREATE INDEX section_place ON section (meeting, shown, position, id);
CREATE INDEX entry_place ON entry (section, shown, position, id);
CREATE INDEX entry_table ON entry (section, table_no, position, id) WHERE shown = 1 AND table_no IS NOT NULL;
CREATE INDEX entry_work ON entry (class, rank, sort, id, kind) WHERE shown = 1 AND class > 0;
CREATE INDEX entry_owner ON entry (class, owner, rank, sort, id) WHERE shown = 1 AND class > 0 AND owner IS NOT NULL;
CREATE INDEX entry_meeting ON entry (meeting, class, rank, sort, id, section, answers) WHERE shown = 1 AND class > 0;
CREATE INDEX entry_tags ON entry (section, tags) WHERE shown = 1 AND tags <> '';
CREATE INDEX entry_caught ON entry (meeting, maker) WHERE shown = 1 AND captured_at IS NOT NULL;
CREATE INDEX entry_asked ON entry (meeting, maker) WHERE shown = 1 AND class = 1;
CREATE INDEX response_meeting ON response (meeting);
CREATE INDEX answer_challenge ON answer (challenge, id);
CREATE INDEX answer_response ON answer (response, id);
CREATE INDEX follow_up_entry ON follow_up (entry, made_on, id);
CREATE INDEX person_name ON person (name) WHERE shown = 1;
CREATE INDEX manuscript_subject ON manuscript (subject, report, id) WHERE shown = 1;

CREATE TRIGGER entry_made AFTER INSERT ON entry WHEN new.shown = 1 BEGIN
    UPDATE section SET entries = entries + 1 WHERE id = new.section;
END;
CREATE TRIGGER entry_moved AFTER UPDATE OF section, shown ON entry
WHEN old.section <> new.section OR old.shown <> new.shown BEGIN
    UPDATE section SET entries = entries - 1 WHERE id = old.section AND old.shown = 1;
    UPDATE section SET entries = entries + 1 WHERE id = new.section AND new.shown = 1;
END;
