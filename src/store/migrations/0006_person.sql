-- Persons as records: beside every name the person in the register that it was written for, where the register knew it.
-- What people read follows from both: `*_name` holds how the register calls somebody now, where that is not how it was
-- spelled.

ALTER TABLE person ADD COLUMN same_as BLOB;       -- the person that this one is, entered twice
ALTER TABLE person ADD COLUMN stands_for BLOB;    -- derived: the person that this one is in the end; NULL for itself
CREATE INDEX person_joined ON person (stands_for) WHERE stands_for IS NOT NULL;

ALTER TABLE entry ADD COLUMN scribe_person BLOB;
ALTER TABLE entry ADD COLUMN speaker_person BLOB;
ALTER TABLE entry ADD COLUMN owner_person BLOB;
ALTER TABLE entry ADD COLUMN scribe_name TEXT;    -- derived
ALTER TABLE entry ADD COLUMN speaker_name TEXT;   -- derived
ALTER TABLE entry ADD COLUMN owner_name TEXT;     -- derived
ALTER TABLE response ADD COLUMN author_person BLOB;
ALTER TABLE response ADD COLUMN author_name TEXT; -- derived
ALTER TABLE follow_up ADD COLUMN author_person BLOB;
ALTER TABLE follow_up ADD COLUMN author_name TEXT; -- derived
ALTER TABLE field ADD COLUMN people TEXT;         -- the persons that the names in the value are, in their order
ALTER TABLE field ADD COLUMN value_name TEXT;     -- derived

DROP INDEX entry_owner;
CREATE INDEX entry_owner ON entry (class, coalesce(owner_name, owner), rank, sort, id)
    WHERE shown = 1 AND class > 0 AND owner IS NOT NULL;
