-- What the student measured on rows of their own, by metric: shown beside the hidden score.
ALTER TABLE runs ADD COLUMN validation jsonb;
