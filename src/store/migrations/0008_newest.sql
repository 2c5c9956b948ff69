-- Search answers in the order of identities, which is that of making and the same on every laptop; documents are in the
-- order in which they came. So it is written down now and then how new they are: see `store/search.rs`.

CREATE TABLE newest (
    row INTEGER PRIMARY KEY,        -- a row in the index
    id  BLOB NOT NULL               -- derived: the greatest identity of all up to it
);
WITH said AS (
    SELECT row, id FROM meeting UNION ALL SELECT row, id FROM section
    UNION ALL SELECT row, id FROM entry UNION ALL SELECT row, id FROM response
), part AS (
    SELECT max(row) AS row, max(id) AS id FROM said WHERE row <= (SELECT row FROM indexed) GROUP BY row / 128
)
INSERT INTO newest SELECT row, max(id) OVER (ORDER BY row) FROM part;
