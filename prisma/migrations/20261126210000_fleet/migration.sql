-- The fleet as an operator sees it, and an organization's admins as far as it concerns their organization. The functions look
-- across organizations, so they decide themselves whom they answer: an operator everything, others their own organization's.

-- What the worker says of its engine: version, containers, GPUs.
ALTER TABLE workers ADD COLUMN engine jsonb;

CREATE FUNCTION may_watch(p_organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
  SELECT coalesce(p_organization = current_organization() OR is_operator(current_app_user()), false)
$$;

-- Workers belong to the deployment. How many runs each works on says nothing of whose they are.
CREATE FUNCTION fleet_workers()
RETURNS TABLE (id text, hostname text, labels text[], concurrency int, running int, state text, started_at timestamptz, seen_at timestamptz, engine jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT w.id, w.hostname, w.labels, w.concurrency,
    (SELECT count(*)::int FROM runs r WHERE r.status = 'RUNNING' AND r.worker_id = w.id),
    CASE WHEN w.seen_at < now() - interval '1 minute' THEN 'GONE' WHEN w.drain_requested_at IS NOT NULL THEN 'DRAINING'
      WHEN w.paused_at IS NOT NULL THEN 'PAUSED' ELSE 'UP' END,
    w.started_at, w.seen_at, w.engine
  FROM workers w ORDER BY w.id
$$;

-- What waits and what is worked on, by organization and by the labels that runs require.
CREATE FUNCTION fleet_queue()
RETURNS TABLE (organization_id uuid, organization_name text, lane text, resource text, waiting int, waiting_seconds float8, running int, oldest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT e.organization_id, o.name, e.lane, e.resource, count(*) FILTER (WHERE e.taken_at IS NULL)::int,
    coalesce(sum(e.expected_seconds) FILTER (WHERE e.taken_at IS NULL), 0), count(*) FILTER (WHERE e.taken_at IS NOT NULL)::int,
    min(e.queued_at) FILTER (WHERE e.taken_at IS NULL)
  FROM entries e JOIN public.organizations o ON o.id = e.organization_id
  WHERE may_watch(e.organization_id)
  GROUP BY e.organization_id, o.name, e.lane, e.resource
  ORDER BY o.name, e.lane
$$;

-- Runs that have not ended, oldest first, with why one does not get on. Whose work it is, is not said.
CREATE FUNCTION fleet_runs(p_limit int)
RETURNS TABLE (id uuid, organization_id uuid, organization_name text, kind text, status text, lane text, worker_id text, attempt int,
  phase text, queued_at timestamptz, started_at timestamptz, stuck text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT r.id, r.organization_id, o.name, r.kind::text, r.status::text, coalesce(e.lane, ''), r.worker_id, r.attempt,
    (SELECT p.label FROM run_phases p WHERE p.run_id = r.id AND p.attempt = r.attempt AND p.status = 'RUNNING' LIMIT 1),
    r.queued_at, r.started_at,
    CASE
      WHEN r.status = 'RUNNING' AND r.lease_expires_at < now() THEN 'WORKER_LOST'
      WHEN r.status = 'RUNNING' AND r.cancel_requested_at < now() - interval '2 minutes' THEN 'CANCEL_UNHEARD'
      WHEN r.status = 'RUNNING' AND (SELECT max(p.started_at) FROM run_phases p WHERE p.run_id = r.id) < now() - interval '2 hours'
        THEN 'PHASE_LASTS'
      WHEN r.status = 'QUEUED' AND r.not_before > now() AND r.attempt > 0 THEN 'WAITS_AFTER_FAILURE'
      WHEN r.status = 'QUEUED' AND l.lane IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM workers w WHERE w.seen_at > now() - interval '1 minute' AND l.requires <@ w.labels) THEN 'NO_WORKER'
      WHEN r.status = 'QUEUED' AND l.lane IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM workers w WHERE w.seen_at > now() - interval '1 minute' AND l.requires <@ w.labels
          AND w.paused_at IS NULL AND w.drain_requested_at IS NULL) THEN 'WORKERS_PAUSED'
      WHEN r.status = 'QUEUED' AND coalesce((SELECT s.spent FROM fair_queue.organizations s
          WHERE s.organization_id = r.organization_id AND s.resource = l.resource), 0)
        >= quota_of(l.resource, r.organization_id, NULL) THEN 'QUOTA_OF_ORGANIZATION'
      WHEN r.status = 'QUEUED' AND coalesce((SELECT s.spent FROM student_shares s
          WHERE s.organization_id = r.organization_id AND s.student_id = r.student_id AND s.resource = l.resource), 0)
        >= quota_of(l.resource, r.organization_id, r.student_id) THEN 'QUOTA_OF_STUDENT'
      WHEN r.status = 'QUEUED' AND r.queued_at < now() - interval '1 hour' THEN 'LONG_WAIT'
    END
  FROM runs r JOIN public.organizations o ON o.id = r.organization_id
    LEFT JOIN entries e ON e.run_id = r.id LEFT JOIN lanes l ON l.lane = e.lane
  WHERE r.status <> 'FINISHED' AND may_watch(r.organization_id)
  ORDER BY r.queued_at LIMIT p_limit
$$;

-- How runs of the last day ended, and what interrupted them.
CREATE FUNCTION fleet_failures() RETURNS TABLE (what text, reason text, runs int, newest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.outcome::text, coalesce(r.reason::text, ''), count(*)::int, max(r.finished_at) FROM runs r
  WHERE r.status = 'FINISHED' AND r.finished_at > now() - interval '1 day' AND may_watch(r.organization_id)
  GROUP BY 1, 2
  UNION ALL
  SELECT 'INTERRUPTED', i.cause::text, count(*)::int, max(i.created_at) FROM run_interruptions i
  WHERE i.created_at > now() - interval '1 day' AND may_watch(i.organization_id)
  GROUP BY 2
  ORDER BY 3 DESC
$$;

-- Ends a run, as the student could. A waiting one ends at once; one that runs is stopped by its worker.
CREATE FUNCTION cancel_watched_run(p_run uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE runs r SET cancel_requested_at = coalesce(r.cancel_requested_at, now()),
    status = CASE WHEN r.status = 'QUEUED' THEN 'FINISHED'::"RunStatus" ELSE r.status END,
    outcome = CASE WHEN r.status = 'QUEUED' THEN 'CANCELLED'::"Outcome" END,
    message = CASE WHEN r.status = 'QUEUED' THEN 'Cancelled.' END,
    finished_at = CASE WHEN r.status = 'QUEUED' THEN now() END
  WHERE r.id = p_run AND r.status <> 'FINISHED' AND may_watch(r.organization_id)
  RETURNING r.organization_id
$$;

-- Takes a run from its worker and puts it back: the worker finds that it no longer holds it. One that waits after a failure waits
-- no longer. Nobody is charged.
CREATE FUNCTION requeue_watched_run(p_run uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE held runs;
BEGIN
  SELECT * INTO held FROM runs r
  WHERE r.id = p_run AND r.status <> 'FINISHED' AND r.cancel_requested_at IS NULL AND may_watch(r.organization_id) FOR UPDATE;
  IF held.id IS NULL THEN RETURN NULL; END IF;
  IF held.status = 'RUNNING' THEN
    UPDATE run_phases p SET status = 'FAILED', ended_at = now() WHERE p.run_id = held.id AND p.status = 'RUNNING';
    INSERT INTO run_interruptions (organization_id, run_id, attempt, cause, worker_id)
    VALUES (held.organization_id, held.id, held.attempt, 'WORKER_STOPPED', held.worker_id) ON CONFLICT DO NOTHING;
  END IF;
  UPDATE runs SET status = 'QUEUED', claim_token = NULL, worker_id = NULL, lease_expires_at = NULL, not_before = NULL
  WHERE id = held.id;
  RETURN held.organization_id;
END $$;

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN ('may_watch', 'fleet_workers', 'fleet_queue', 'fleet_runs',
      'fleet_failures', 'cancel_watched_run', 'requeue_watched_run')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO holdout_api', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
