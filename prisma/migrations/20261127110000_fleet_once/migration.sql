-- Whom the fleet's functions answer is decided once for each, and what holds for all runs of a lane, of an organization or of a student
-- is looked up once for them: before, every run asked anew who asks, which workers there are and what quotas say. What they answer
-- stays the same.

-- Under row-level security the planner may not look at how common a status is, and went through all runs there ever were.
CREATE INDEX runs_unfinished ON runs (queued_at) WHERE status <> 'FINISHED';

CREATE OR REPLACE FUNCTION fleet_queue()
RETURNS TABLE (organization_id uuid, organization_name text, lane text, resource text, waiting int, waiting_seconds float8, running int, oldest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT e.organization_id, o.name, e.lane, e.resource, count(*) FILTER (WHERE e.taken_at IS NULL)::int,
    coalesce(sum(e.expected_seconds) FILTER (WHERE e.taken_at IS NULL), 0), count(*) FILTER (WHERE e.taken_at IS NOT NULL)::int,
    min(least(e.queued_at, now())) FILTER (WHERE e.taken_at IS NULL)
  FROM entries e JOIN public.organizations o ON o.id = e.organization_id
  WHERE (SELECT is_operator(current_app_user())) OR e.organization_id = (SELECT current_organization())
  GROUP BY e.organization_id, o.name, e.lane, e.resource
  ORDER BY o.name, e.lane
$$;

CREATE OR REPLACE FUNCTION fleet_runs(p_limit int)
RETURNS TABLE (id uuid, organization_id uuid, organization_name text, kind text, status text, lane text, worker_id text, attempt int,
  phase text, queued_at timestamptz, started_at timestamptz, stuck text)
-- Planning it takes longer than running it, and how many runs are asked for changes nothing of the plan.
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public SET plan_cache_mode = force_generic_plan AS $$
  WITH shown AS MATERIALIZED (
    SELECT r.id, r.organization_id, o.name, r.student_id, r.kind, r.status, e.lane, l.requires, l.resource, r.worker_id, r.attempt,
      r.queued_at, r.started_at, r.lease_expires_at, r.cancel_requested_at, r.not_before
    FROM runs r JOIN public.organizations o ON o.id = r.organization_id
      LEFT JOIN entries e ON e.run_id = r.id LEFT JOIN lanes l ON l.lane = e.lane
    WHERE r.status <> 'FINISHED'
      AND ((SELECT is_operator(current_app_user())) OR r.organization_id = (SELECT current_organization()))
    ORDER BY r.queued_at LIMIT p_limit
  ), served AS MATERIALIZED (
    SELECT n.lane, count(w.id) > 0 AS has_workers,
      count(w.id) FILTER (WHERE w.paused_at IS NULL AND w.drain_requested_at IS NULL) > 0 AS is_served
    FROM (SELECT DISTINCT s.lane, s.requires FROM shown s WHERE s.requires IS NOT NULL) n
      LEFT JOIN workers w ON w.seen_at > now() - interval '1 minute' AND n.requires <@ w.labels
    GROUP BY n.lane
  ), of_organization AS MATERIALIZED (
    SELECT n.organization_id, n.resource, coalesce(u.spent, 0) >= quota_of(n.resource, n.organization_id, NULL) AS is_spent
    FROM (SELECT DISTINCT s.organization_id, s.resource FROM shown s WHERE s.status = 'QUEUED' AND s.resource IS NOT NULL) n
      LEFT JOIN fair_queue.organizations u ON u.organization_id = n.organization_id AND u.resource = n.resource
    WHERE EXISTS (SELECT 1 FROM quotas q
      WHERE q.organization_id = n.organization_id AND q.user_id IS NULL AND q.cohort_id IS NULL)
  ), of_student AS MATERIALIZED (
    SELECT n.organization_id, n.student_id, n.resource,
      coalesce(u.spent, 0) >= quota_of(n.resource, n.organization_id, n.student_id) AS is_spent
    FROM (SELECT DISTINCT s.organization_id, s.student_id, s.resource FROM shown s
        WHERE s.status = 'QUEUED' AND s.resource IS NOT NULL) n
      LEFT JOIN student_shares u
        ON u.organization_id = n.organization_id AND u.student_id = n.student_id AND u.resource = n.resource
    WHERE EXISTS (SELECT 1 FROM quotas q
      WHERE q.organization_id = n.organization_id AND (q.user_id IS NOT NULL OR q.cohort_id IS NOT NULL))
  )
  SELECT r.id, r.organization_id, r.name, r.kind::text, r.status::text, coalesce(r.lane, ''), r.worker_id, r.attempt,
    (SELECT p.label FROM run_phases p WHERE p.run_id = r.id AND p.attempt = r.attempt AND p.status = 'RUNNING' LIMIT 1),
    r.queued_at, r.started_at,
    CASE
      WHEN r.status = 'RUNNING' AND r.lease_expires_at < now() THEN 'WORKER_LOST'
      WHEN r.status = 'RUNNING' AND r.cancel_requested_at < now() - interval '2 minutes' THEN 'CANCEL_UNHEARD'
      WHEN r.status = 'RUNNING' AND (SELECT max(p.started_at) FROM run_phases p WHERE p.run_id = r.id) < now() - interval '2 hours'
        THEN 'PHASE_LASTS'
      WHEN r.status = 'QUEUED' AND r.not_before > now() AND r.attempt > 0 THEN 'WAITS_AFTER_FAILURE'
      WHEN r.status = 'QUEUED' AND NOT v.has_workers THEN 'NO_WORKER'
      WHEN r.status = 'QUEUED' AND NOT v.is_served THEN 'WORKERS_PAUSED'
      WHEN r.status = 'QUEUED' AND o.is_spent THEN 'QUOTA_OF_ORGANIZATION'
      WHEN r.status = 'QUEUED' AND s.is_spent THEN 'QUOTA_OF_STUDENT'
      WHEN r.status = 'QUEUED' AND r.queued_at < now() - interval '1 hour' THEN 'LONG_WAIT'
    END
  FROM shown r LEFT JOIN served v ON v.lane = r.lane
    LEFT JOIN of_organization o ON o.organization_id = r.organization_id AND o.resource = r.resource
    LEFT JOIN of_student s ON s.organization_id = r.organization_id AND s.student_id = r.student_id AND s.resource = r.resource
  ORDER BY r.queued_at
$$;

CREATE OR REPLACE FUNCTION fleet_failures() RETURNS TABLE (what text, reason text, runs int, newest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.outcome::text, coalesce(r.reason::text, ''), count(*)::int, max(r.finished_at) FROM runs r
  WHERE r.status = 'FINISHED' AND r.finished_at > now() - interval '1 day'
    AND ((SELECT is_operator(current_app_user())) OR r.organization_id = (SELECT current_organization()))
  GROUP BY 1, 2
  UNION ALL
  SELECT 'INTERRUPTED', i.cause::text, count(*)::int, max(i.created_at) FROM run_interruptions i
  WHERE i.created_at > now() - interval '1 day'
    AND ((SELECT is_operator(current_app_user())) OR i.organization_id = (SELECT current_organization()))
  GROUP BY 2
  ORDER BY 3 DESC
$$;
