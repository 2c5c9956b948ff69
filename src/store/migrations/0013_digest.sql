-- A digest of every row that follows from nothing else, so that a byte of it which changes on the disk is noticed. See
-- `store/digest.rs`.

ALTER TABLE log ADD COLUMN digest INTEGER;
ALTER TABLE remembered ADD COLUMN digest INTEGER;
