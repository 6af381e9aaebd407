CREATE INDEX CONCURRENTLY invitations_with_addresses ON invitations (expires_at) WHERE sealed_email IS NOT NULL;
