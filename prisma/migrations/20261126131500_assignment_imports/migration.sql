-- An instructor brings a folder: the API queues it, the worker opens, checks, splits, measures and publishes it. An export
-- is the way back: the worker seals the folder for the key that the instructor sent.
CREATE TYPE "AssignmentImportStatus" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'REJECTED', 'FAILED');
CREATE TYPE "AssignmentImportStep" AS ENUM ('OPEN', 'CHECK', 'SPLIT', 'MEASURE', 'PUBLISH');
CREATE TYPE "AssignmentExportStatus" AS ENUM ('QUEUED', 'READY', 'FAILED');

CREATE TABLE assignment_imports (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  requested_by uuid NOT NULL,
  folder_name text NOT NULL,
  archive_digest text NOT NULL,
  archive_bytes int NOT NULL CHECK (archive_bytes > 0),
  publish boolean NOT NULL,
  status "AssignmentImportStatus" NOT NULL DEFAULT 'QUEUED',
  step "AssignmentImportStep",
  steps_done int NOT NULL DEFAULT 0,
  steps_planned int NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '[]',
  report jsonb,
  error text,
  assignment_version_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL))
);
CREATE INDEX assignment_imports_organization_id_created_at_idx ON assignment_imports (organization_id, created_at DESC);
CREATE INDEX assignment_imports_open ON assignment_imports (created_at) WHERE finished_at IS NULL;

CREATE TABLE assignment_exports (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  requested_by uuid NOT NULL,
  assignment_version_id uuid NOT NULL,
  recipient_key text NOT NULL,
  status "AssignmentExportStatus" NOT NULL DEFAULT 'QUEUED',
  sealed_digest text,
  sender_key text,
  error text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  CHECK ((status = 'READY') = (sealed_digest IS NOT NULL))
);
CREATE INDEX assignment_exports_organization_id_created_at_idx ON assignment_exports (organization_id, created_at DESC);
CREATE INDEX assignment_exports_open ON assignment_exports (created_at) WHERE finished_at IS NULL;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['assignment_imports', 'assignment_exports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

-- What came of them is the worker's to write.
GRANT SELECT, INSERT ON assignment_imports, assignment_exports TO holdout_api;
GRANT SELECT, UPDATE ON assignment_imports, assignment_exports TO holdout_worker;

-- Readers wait by id, whatever the id names: the channel of runs serves imports and exports as well.
CREATE FUNCTION notify_by_id() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('holdout_run', json_build_object('organizationId', NEW.organization_id, 'runId', NEW.id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notify AFTER INSERT OR UPDATE ON assignment_imports FOR EACH ROW EXECUTE FUNCTION notify_by_id();
CREATE TRIGGER notify AFTER INSERT OR UPDATE ON assignment_exports FOR EACH ROW EXECUTE FUNCTION notify_by_id();

-- Jobs whose message was lost, of all organizations: adding one again is harmless.
GRANT SELECT ON assignment_imports, assignment_exports TO holdout_system;
CREATE POLICY system ON assignment_imports FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON assignment_exports FOR SELECT TO holdout_system USING (true);
CREATE FUNCTION authoring_to_queue(p_limit int) RETURNS TABLE (id uuid, organization_id uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  (SELECT i.id, i.organization_id, 'IMPORT' FROM assignment_imports i
    WHERE i.status = 'QUEUED' ORDER BY i.created_at LIMIT p_limit)
  UNION ALL
  (SELECT e.id, e.organization_id, 'EXPORT' FROM assignment_exports e
    WHERE e.status = 'QUEUED' ORDER BY e.created_at LIMIT p_limit)
$$;
GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION authoring_to_queue(int), notify_by_id() FROM PUBLIC;
ALTER FUNCTION authoring_to_queue(int) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION authoring_to_queue(int) TO holdout_worker;
