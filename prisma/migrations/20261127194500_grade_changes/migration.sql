-- Whose wish new scores are, and why: each grade that changes by them is on record with both.
ALTER TABLE rescoring_tasks ADD COLUMN requested_by_id uuid, ADD COLUMN reason text;
GRANT UPDATE (requested_by_id, reason) ON rescoring_tasks TO holdout_api;
