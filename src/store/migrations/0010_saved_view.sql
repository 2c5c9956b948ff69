-- Views: what a list showed when somebody gave it a name. `programme` is the one whose people see it, NULL for those who
-- work in none; `facets` are conditions, three texts each: what it is about, what it lets pass, what it was called.

CREATE TABLE saved_view (
    row       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    programme BLOB,
    list      TEXT NOT NULL,
    name      TEXT NOT NULL,
    query     TEXT NOT NULL,
    facets    TEXT NOT NULL,
    grouping  TEXT NOT NULL,
    deleted   INTEGER NOT NULL DEFAULT 0,
    kept      INTEGER NOT NULL DEFAULT 0,
    shown     INTEGER NOT NULL DEFAULT 1
);
