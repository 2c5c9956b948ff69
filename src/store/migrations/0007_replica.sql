-- How a file is known to be the replica that wrote in it, whatever it is called and wherever it is; and the branches of
-- replicas that were written in two places at once.

ALTER TABLE device ADD COLUMN token BLOB;       -- changes in every run that writes; what is remembered outside the file
                                                -- is the same, or this is not the file that the replica wrote to last
ALTER TABLE device ADD COLUMN parent INTEGER;   -- of a branch: whose rows are before it
ALTER TABLE device ADD COLUMN since INTEGER;    -- of a branch: the place of its first row
