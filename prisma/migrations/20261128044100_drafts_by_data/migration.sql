CREATE INDEX CONCURRENTLY assignment_drafts_data_digest_idx ON assignment_drafts (data_digest);
