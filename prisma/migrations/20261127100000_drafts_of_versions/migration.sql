-- A further version of an assignment is written as a draft, too. Its dataset lies in the vault, where only the worker reads it.
ALTER TABLE assignment_drafts
  ADD COLUMN base_version_id uuid REFERENCES assignment_versions (id),
  ALTER COLUMN data_digest DROP NOT NULL,
  ALTER COLUMN data_bytes DROP NOT NULL,
  ADD CHECK ((data_digest IS NULL) = (base_version_id IS NOT NULL)),
  ADD CHECK ((data_bytes IS NULL) = (base_version_id IS NOT NULL));
