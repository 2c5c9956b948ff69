-- How many open actions and commitments each person owns. A name that points to nobody who is shown is the person who has it now.
SELECT owner AS person, count(*) AS count FROM (
    SELECT CASE
        WHEN pointed.id IS NOT NULL THEN coalesce(pointed.stands_for, pointed.id)
        ELSE (
            SELECT coalesce(named.stands_for, named.id) FROM person AS named
            WHERE named.name = entry.owner AND named.shown = 1
            ORDER BY named.stands_for IS NOT NULL, named.id LIMIT 1
        )
    END AS owner, entry.id
    FROM entry LEFT JOIN person AS pointed ON pointed.id = entry.owner_person AND pointed.shown = 1
    WHERE entry.class = 2 AND entry.class > 0 AND entry.rank < 2 AND entry.shown = 1 AND entry.owner IS NOT NULL
    UNION ALL
    -- What several own is everybody's.
    SELECT DISTINCT coalesce(person.stands_for, person.id), entry.id
    FROM entry JOIN person ON OWNS_WITH_OTHERS
    WHERE entry.class = 2 AND entry.class > 0 AND entry.rank < 2 AND entry.shown = 1 AND instr(entry.owner, ',') > 0
)
WHERE owner IS NOT NULL GROUP BY owner
