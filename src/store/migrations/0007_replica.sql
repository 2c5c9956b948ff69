-- How a file is known to be the replica that wrote in it, whatever it is called and wherever it is.

ALTER TABLE device ADD COLUMN token BLOB;   -- changes in every run that writes; what is remembered outside the file is
                                            -- the same, or this is not the file that the replica wrote to last
