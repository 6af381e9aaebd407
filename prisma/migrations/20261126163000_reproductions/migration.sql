-- A scored run is run again under the conditions of its time, and the two are compared. The original, its score, the
-- leaderboard and credentials are not touched by it: what was found stands here.
CREATE TYPE "ReproductionVerdict" AS ENUM ('IDENTICAL', 'WITHIN_TOLERANCE', 'DIFFERENT', 'IMAGE_GONE', 'INCONCLUSIVE');

CREATE TABLE reproductions (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  original_run_id uuid NOT NULL REFERENCES runs (id),
  run_id uuid NOT NULL UNIQUE REFERENCES runs (id),
  requested_by_id uuid NOT NULL,
  verdict "ReproductionVerdict",
  comparison jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  CHECK (run_id <> original_run_id),
  CHECK ((verdict IS NULL) = (finished_at IS NULL))
);
CREATE INDEX reproductions_original_run_id_created_at_idx ON reproductions (original_run_id, created_at DESC);
CREATE INDEX reproductions_requested_by_id_created_at_idx ON reproductions (requested_by_id, created_at);
CREATE INDEX reproductions_organization_id_idx ON reproductions (organization_id);
CREATE UNIQUE INDEX reproductions_under_way ON reproductions (original_run_id) WHERE verdict IS NULL;

ALTER TABLE reproductions ENABLE ROW LEVEL SECURITY;
ALTER TABLE reproductions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reproductions
  USING (organization_id = (SELECT current_organization())) WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON reproductions TO holdout_system USING (true) WITH CHECK (true);

-- The API asks; the verdict is the worker's.
GRANT SELECT ON reproductions TO holdout_api, holdout_worker, holdout_system;
GRANT INSERT (id, organization_id, original_run_id, run_id, requested_by_id, created_at) ON reproductions TO holdout_api;
GRANT UPDATE (verdict, comparison, finished_at) ON reproductions TO holdout_worker, holdout_system;

CREATE FUNCTION refuse_change_of_reproduction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.verdict IS NULL AND NEW.verdict IS NOT NULL
    AND (NEW.id, NEW.organization_id, NEW.original_run_id, NEW.run_id, NEW.requested_by_id, NEW.created_at)
      = (OLD.id, OLD.organization_id, OLD.original_run_id, OLD.run_id, OLD.requested_by_id, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'reproduction % is on record: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON reproductions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reproduction();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON reproductions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- However a reproducing run ends (cancelled while it waits, given up by a sweep), its record ends with it.
CREATE FUNCTION end_reproduction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE reproductions SET verdict = 'INCONCLUSIVE', finished_at = NEW.finished_at
  WHERE run_id = NEW.id AND verdict IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_reproduction AFTER UPDATE ON runs FOR EACH ROW
  WHEN (NEW.kind = 'REPRODUCTION' AND NEW.status = 'FINISHED' AND OLD.status <> 'FINISHED')
  EXECUTE FUNCTION end_reproduction();

-- What a grading image holds: noted by workers, for anyone who asks what a result was computed with.
CREATE TABLE image_packages (
  image_id text PRIMARY KEY CHECK (image_id ~ '^sha256:[0-9a-f]{64}$'),
  packages text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON image_packages FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT ON image_packages TO holdout_api;
GRANT SELECT, INSERT ON image_packages TO holdout_worker;

-- In how many credentials in force each image has a part: these have to stay, or the results cannot be reproduced.
GRANT SELECT ON credentials TO holdout_system;
CREATE POLICY system ON credentials FOR SELECT TO holdout_system USING (true);
CREATE FUNCTION images_of_credentials() RETURNS TABLE (image_id text, credentials int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.value, count(DISTINCT c.id)::int
  FROM credentials c JOIN runs r ON r.id = c.run_id, jsonb_each_text(r.provenance -> 'images') AS i
  WHERE c.status = 'ISSUED' GROUP BY i.value
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION images_of_credentials(), end_reproduction(), refuse_change_of_reproduction() FROM PUBLIC;
ALTER FUNCTION end_reproduction() OWNER TO holdout_system;
ALTER FUNCTION images_of_credentials() OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION images_of_credentials() TO holdout_worker;
