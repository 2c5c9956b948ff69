-- The choices with which something went out last, for each programme. They are a setting of this file and nothing that
-- was said: they stand in no log, so undo does not reach them and other laptops' files do not bring theirs.

CREATE TABLE remembered (
    programme BLOB NOT NULL PRIMARY KEY,  -- 16 zeros for meetings without a programme
    choices   TEXT NOT NULL               -- JSON
) WITHOUT ROWID;
