-- What several own points to each of them, which follows from the log and is made anew. Responses are found by what they
-- answer: nothing asks for those of a meeting.

DROP INDEX response_meeting;
