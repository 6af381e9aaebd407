-- An organization may change what it signs with. The key before stays published for as long as what it signed may still be checked.
ALTER TABLE lti_keys ADD COLUMN retired_at timestamptz(3), DROP CONSTRAINT lti_keys_organization_id_key;
CREATE UNIQUE INDEX lti_keys_in_use ON lti_keys (organization_id) WHERE retired_at IS NULL;
CREATE INDEX lti_keys_organization_id_created_at_idx ON lti_keys (organization_id, created_at);
GRANT UPDATE (retired_at) ON lti_keys TO holdout_api;
