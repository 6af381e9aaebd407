-- An assignment that is written in the browser: its dataset, what a worker found in it, and what its author has said so far.
-- Checking and publishing it are imports of the folder that it makes.
CREATE TYPE "AssignmentDraftStatus" AS ENUM ('PROFILING', 'EDITED', 'UNREADABLE', 'FAILED', 'PUBLISHED');

CREATE TABLE assignment_drafts (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  author_id uuid NOT NULL,
  file_name text NOT NULL,
  data_digest text NOT NULL,
  data_bytes int NOT NULL CHECK (data_bytes > 0),
  status "AssignmentDraftStatus" NOT NULL DEFAULT 'PROFILING',
  settings jsonb NOT NULL,
  profile jsonb,
  problems jsonb NOT NULL DEFAULT '[]',
  error text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (status NOT IN ('EDITED', 'PUBLISHED') OR profile IS NOT NULL)
);
CREATE INDEX assignment_drafts_organization_id_updated_at_idx ON assignment_drafts (organization_id, updated_at DESC);
CREATE INDEX assignment_drafts_unprofiled ON assignment_drafts (created_at) WHERE status = 'PROFILING';

ALTER TABLE assignment_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assignment_drafts USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE assignment_imports
  ADD COLUMN checks_only boolean NOT NULL DEFAULT false,
  ADD COLUMN draft_id uuid,
  ADD CHECK (NOT (publish AND checks_only));
CREATE INDEX assignment_imports_draft_id_created_at_idx ON assignment_imports (draft_id, created_at DESC);

-- What was found in the data, and whether the draft is published, is the worker's to write.
GRANT SELECT, INSERT, DELETE, UPDATE (settings, updated_at) ON assignment_drafts TO holdout_api;
GRANT SELECT, UPDATE (status, settings, profile, problems, error, updated_at) ON assignment_drafts TO holdout_worker;

GRANT SELECT ON assignment_drafts TO holdout_system;
CREATE POLICY system ON assignment_drafts FOR SELECT TO holdout_system USING (true);
CREATE FUNCTION drafts_to_queue(p_limit int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.id, d.organization_id FROM assignment_drafts d
    WHERE d.status = 'PROFILING' ORDER BY d.created_at LIMIT p_limit
$$;
GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION drafts_to_queue(int) FROM PUBLIC;
ALTER FUNCTION drafts_to_queue(int) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION drafts_to_queue(int) TO holdout_worker;
