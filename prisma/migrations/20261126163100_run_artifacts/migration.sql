-- Files that students' code left in a run: model, reports, predictions. The bytes lie in the store of artifacts by their digest and
-- may be deleted by the retention policy; what they were stays on record here.
CREATE TYPE "ArtifactKind" AS ENUM ('MODEL', 'REPORT', 'PREDICTIONS');

CREATE TABLE run_artifacts (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  run_id uuid NOT NULL REFERENCES runs (id),
  name text NOT NULL,
  kind "ArtifactKind" NOT NULL,
  is_hidden boolean NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  bytes int NOT NULL CHECK (bytes >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  deleted_at timestamptz(3)
);
CREATE UNIQUE INDEX run_artifacts_run_id_name_key ON run_artifacts (run_id, name);
CREATE INDEX run_artifacts_digest_idx ON run_artifacts (digest);
CREATE INDEX run_artifacts_organization_id_idx ON run_artifacts (organization_id);
CREATE INDEX run_artifacts_kept ON run_artifacts (created_at) WHERE deleted_at IS NULL;

ALTER TABLE run_artifacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_artifacts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON run_artifacts
  USING (organization_id = (SELECT current_organization())) WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON run_artifacts FOR SELECT TO holdout_system USING (true);

GRANT SELECT ON run_artifacts TO holdout_api, holdout_worker, holdout_system;
GRANT INSERT, UPDATE (deleted_at) ON run_artifacts TO holdout_worker;

-- That a file is gone may be noted once.
CREATE FUNCTION refuse_change_of_artifact() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
    AND (NEW.id, NEW.organization_id, NEW.run_id, NEW.name, NEW.kind, NEW.is_hidden, NEW.digest, NEW.bytes, NEW.created_at)
      = (OLD.id, OLD.organization_id, OLD.run_id, OLD.name, OLD.kind, OLD.is_hidden, OLD.digest, OLD.bytes, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'artifact % is on record: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON run_artifacts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_artifact();

GRANT SELECT ON regrade_requests TO holdout_system;
CREATE POLICY system ON regrade_requests FOR SELECT TO holdout_system USING (true);

-- Files that were kept for as long as the policy says. Not those that a credential rests on, nor those of a run that somebody
-- is asked to look at again.
CREATE FUNCTION expired_artifacts(p_days int, p_limit int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.organization_id FROM run_artifacts a
  WHERE a.deleted_at IS NULL AND a.created_at < now() - make_interval(days => p_days)
    AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.run_id = a.run_id AND c.status = 'ISSUED')
    AND NOT EXISTS (SELECT 1 FROM regrade_requests g WHERE g.run_id = a.run_id AND g.status = 'OPEN')
  ORDER BY a.created_at LIMIT p_limit
$$;

-- Whether any organization's run still has a file of this digest. Until the transaction ends nobody else stores or deletes it.
CREATE FUNCTION hold_artifact(p_digest text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('artifact:' || p_digest, 0));
  RETURN EXISTS (SELECT 1 FROM run_artifacts a WHERE a.digest = p_digest AND a.deleted_at IS NULL);
END $$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION expired_artifacts(int, int), hold_artifact(text), refuse_change_of_artifact() FROM PUBLIC;
ALTER FUNCTION expired_artifacts(int, int) OWNER TO holdout_system;
ALTER FUNCTION hold_artifact(text) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION expired_artifacts(int, int), hold_artifact(text) TO holdout_worker;
