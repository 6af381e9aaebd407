CREATE INDEX CONCURRENTLY invitations_email_hash_idx ON invitations (email_hash);
