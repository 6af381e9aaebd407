-- Whoever was shown a credential may have its result reproduced: hiring managers too, who are no members of the organization that
-- pays for it.
ALTER TABLE reproductions ADD COLUMN is_from_outside boolean NOT NULL DEFAULT false;
GRANT INSERT (is_from_outside) ON reproductions TO holdout_api;
