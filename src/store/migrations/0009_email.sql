-- The address by which somebody in the register is reached, where it is known.

ALTER TABLE person ADD COLUMN email TEXT;
