-- Reports that somebody edits before they go out. `subject` is the meeting or the programme that one is about.

CREATE TABLE manuscript (
    row     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    subject BLOB NOT NULL,
    report  TEXT NOT NULL,
    text    TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX manuscript_subject ON manuscript (subject, report, row) WHERE deleted = 0;
