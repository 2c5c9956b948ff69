-- The vocabulary in rows of many words each, so that all of it is read at once; and a mark of how far the index goes:
-- every row of a searched noun up to it is in `search`, what is newer is found without. See `store/search.rs`.

CREATE TABLE vocabulary (
    number INTEGER PRIMARY KEY,
    words  TEXT NOT NULL              -- each ends with a line break
);
INSERT INTO vocabulary (words) SELECT group_concat(word, char(10)) || char(10) FROM word GROUP BY row / 256;
DROP TABLE word;

CREATE TABLE indexed (
    row INTEGER NOT NULL              -- one row, one number
);
INSERT INTO indexed SELECT max(
    (SELECT coalesce(max(row), 0) FROM meeting), (SELECT coalesce(max(row), 0) FROM section),
    (SELECT coalesce(max(row), 0) FROM entry), (SELECT coalesce(max(row), 0) FROM response));
