-- What a run had of GPUs: its programs' time, times the devices that they had leased. It counts against quotas and shares of
-- GPU-seconds, whichever labels the run required: one that may have a GPU where there is one stands in a lane of processors.
ALTER TABLE runs ADD COLUMN gpu_seconds float8 NOT NULL DEFAULT 0;

-- More resource-seconds than those that holding a place on a worker costs.
CREATE FUNCTION fair_queue.spend(p_entry fair_queue.entries, p_resource text, p_seconds float8) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  INSERT INTO fair_queue.organizations (organization_id, resource) VALUES (p_entry.organization_id, p_resource) ON CONFLICT DO NOTHING;
  INSERT INTO student_shares (organization_id, student_id, resource) VALUES (p_entry.organization_id, p_entry.student_id, p_resource)
  ON CONFLICT DO NOTHING;
  UPDATE fair_queue.organizations o SET pass = o.pass + p_seconds / weight_of(p_entry.organization_id), spent = o.spent + p_seconds
  WHERE o.organization_id = p_entry.organization_id AND o.resource = p_resource;
  UPDATE student_shares s SET pass = s.pass + p_seconds, spent = s.spent + p_seconds
  WHERE s.organization_id = p_entry.organization_id AND s.student_id = p_entry.student_id AND s.resource = p_resource;
  PERFORM place_student(p_entry.organization_id, p_entry.student_id);
  PERFORM place_organization(p_entry.organization_id, p_resource);
END $$;

-- Brings what the queue knows of a run in line with its row. Doing it twice changes nothing.
CREATE OR REPLACE FUNCTION fair_queue.follow(p_run uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE run runs; entry entries; waits boolean; seconds float8; more float8; since timestamptz;
BEGIN
  SELECT * INTO run FROM runs r WHERE r.id = p_run;
  SELECT * INTO entry FROM entries e WHERE e.run_id = p_run;
  since := least(coalesce(run.started_at, now()), now());
  waits := run.status = 'QUEUED' AND run.cancel_requested_at IS NULL AND (run.not_before IS NULL OR run.not_before <= now());
  IF entry.run_id IS NOT NULL AND (entry.taken_at IS NULL AND waits OR entry.taken_at IS NOT NULL AND run.status = 'RUNNING') THEN
    RETURN;
  END IF;
  IF entry.run_id IS NOT NULL AND entry.taken_at IS NULL AND run.status = 'RUNNING' THEN
    PERFORM take(p_run, since);
    RETURN;
  END IF;
  IF entry.run_id IS NOT NULL THEN
    seconds := cost_of(run, entry.taken_at);
    PERFORM leave(entry, seconds);
    -- In a lane of GPUs the place on the worker stood for one device; several, and one that came on top, are paid for now.
    more := run.gpu_seconds - CASE WHEN entry.resource = 'GPU' THEN seconds ELSE 0 END;
    IF entry.taken_at IS NOT NULL AND seconds > 0 AND more > 0 THEN PERFORM spend(entry, 'GPU', more); END IF;
    IF entry.taken_at IS NOT NULL AND run.outcome IN ('SCORED', 'STUDENT_ERROR') THEN PERFORM learn(run, seconds); END IF;
  END IF;
  IF waits OR run.status = 'RUNNING' THEN PERFORM enter(run); END IF;
  IF run.status = 'RUNNING' THEN PERFORM take(p_run, since); END IF;
END $$;

GRANT CREATE ON SCHEMA fair_queue TO holdout_system;
REVOKE EXECUTE ON FUNCTION fair_queue.spend(fair_queue.entries, text, float8) FROM PUBLIC;
ALTER FUNCTION fair_queue.spend(fair_queue.entries, text, float8) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA fair_queue FROM holdout_system;
