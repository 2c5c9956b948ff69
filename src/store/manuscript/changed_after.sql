-- A row that a replica wrote after an operation of it about anything that a report about :subject, a meeting or a
-- programme, may contain. What was deleted counts too: the report may have contained it.
WITH held (id) AS (SELECT id FROM meeting WHERE id = :subject OR programme = :subject),
     said (id) AS (SELECT id FROM entry WHERE meeting IN held),
     subject_matter (id) AS (
         SELECT :subject
         UNION ALL SELECT id FROM held
         UNION ALL SELECT id FROM field WHERE meeting IN held
         UNION ALL SELECT id FROM section WHERE meeting IN held
         UNION ALL SELECT id FROM said
         UNION ALL SELECT id FROM answer WHERE challenge IN said
         UNION ALL SELECT response FROM answer WHERE challenge IN said
         UNION ALL SELECT id FROM follow_up WHERE entry IN said
     )
SELECT 1 FROM log WHERE device = :device AND seq > :operation AND operation > :operation AND id IN subject_matter LIMIT 1
