-- Some stages let the student choose: so many passed assignments of theirs are enough. Without a number, all are needed.
ALTER TABLE stages ADD COLUMN passes_needed int CHECK (passes_needed > 0);
