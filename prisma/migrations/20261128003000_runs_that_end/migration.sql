-- Runs that were asked to end and are not over yet: of every organization for operators, of the one that is acted in for others.
GRANT CREATE ON SCHEMA public TO holdout_system;
CREATE FUNCTION fleet_ending() RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM runs r
  WHERE r.status = 'RUNNING' AND r.cancel_requested_at IS NOT NULL
    AND ((SELECT is_operator(current_app_user())) OR r.organization_id = (SELECT current_organization()))
$$;
REVOKE EXECUTE ON FUNCTION fleet_ending() FROM PUBLIC;
ALTER FUNCTION fleet_ending() OWNER TO holdout_system;
GRANT EXECUTE ON FUNCTION fleet_ending() TO holdout_api;

-- As before, and once: whoever asks again is told that there is nothing to end, and it stands in the log once.
CREATE OR REPLACE FUNCTION cancel_watched_run(p_run uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE runs r SET cancel_requested_at = now(),
    status = CASE WHEN r.status = 'QUEUED' THEN 'FINISHED'::"RunStatus" ELSE r.status END,
    outcome = CASE WHEN r.status = 'QUEUED' THEN 'CANCELLED'::"Outcome" END,
    message = CASE WHEN r.status = 'QUEUED' THEN 'Cancelled.' END,
    finished_at = CASE WHEN r.status = 'QUEUED' THEN now() END
  WHERE r.id = p_run AND r.status <> 'FINISHED' AND r.cancel_requested_at IS NULL AND may_watch(r.organization_id)
  RETURNING r.organization_id
$$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
