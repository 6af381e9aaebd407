-- A run is taken when it is committed, not when its ticket has come through the queue: whoever listens is told that one waits.
CREATE OR REPLACE FUNCTION notify_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE own jsonb := to_jsonb(NEW); is_run boolean := TG_TABLE_NAME = 'runs';
BEGIN
  PERFORM pg_notify('holdout_run', json_build_object('organizationId', NEW.organization_id,
    'runId', own ->> CASE WHEN is_run THEN 'id' ELSE 'run_id' END,
    'isWaiting', is_run AND own ->> 'status' = 'QUEUED')::text);
  RETURN NULL;
END $$;

-- All workers hear of it at once. One that would have to wait for another's claim leaves the run to that one, or to its ticket.
CREATE FUNCTION claim_at_once(p_worker_id text, p_lease_seconds int, p_labels text[])
RETURNS TABLE (run_id uuid, organization_id uuid, claim_token uuid, attempt int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtextextended('claim', 0)) THEN
    RETURN QUERY SELECT * FROM claim_next_run(p_worker_id, p_lease_seconds, p_labels);
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION claim_at_once(text, int, text[]) FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO holdout_system;
ALTER FUNCTION claim_at_once(text, int, text[]) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION claim_at_once(text, int, text[]) TO holdout_worker;
