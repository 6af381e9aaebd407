-- What makes scores anew leaves a task in its own transaction. The message to the worker comes after the commit and can be lost
-- with the process that was to send it; the task cannot.
CREATE TYPE "RescoringTaskKind" AS ENUM ('REVIEWED', 'REVISED', 'LATENESS');
CREATE TABLE rescoring_tasks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL,
  kind "RescoringTaskKind" NOT NULL,
  -- REVISED: the assignment version; else the assignment.
  subject_id uuid NOT NULL,
  -- How often it was asked for: what came while the worker was at it is done once more.
  requests int NOT NULL DEFAULT 1,
  requested_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (organization_id, kind, subject_id)
);
CREATE INDEX rescoring_tasks_requested_at_idx ON rescoring_tasks (requested_at);

ALTER TABLE rescoring_tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE rescoring_tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rescoring_tasks USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON rescoring_tasks FOR SELECT TO holdout_system USING (true);
GRANT SELECT, INSERT, UPDATE (requests, requested_at) ON rescoring_tasks TO holdout_api;
GRANT SELECT, DELETE ON rescoring_tasks TO holdout_worker;
GRANT SELECT ON rescoring_tasks TO holdout_system;

-- Tasks that are still there a while after they were asked for, of all organizations: adding their jobs again is harmless.
CREATE FUNCTION rescoring_to_queue(p_limit int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.organization_id FROM rescoring_tasks t WHERE t.requested_at < CURRENT_TIMESTAMP - interval '5 seconds'
  ORDER BY t.requested_at LIMIT p_limit
$$;
REVOKE EXECUTE ON FUNCTION rescoring_to_queue(int) FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO holdout_system;
ALTER FUNCTION rescoring_to_queue(int) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION rescoring_to_queue(int) TO holdout_worker;
