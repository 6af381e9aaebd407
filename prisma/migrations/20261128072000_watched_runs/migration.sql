-- Runs that have not ended, oldest first, 200 at most, and of each also whether it was asked to end, which was a statement of its own.
-- They come as columns, times in milliseconds: for a row each, the database and the API took longer to write and read the values than to
-- find them. How many are shown is written down, because otherwise the planner prepares for a tenth of all runs there are.
-- `fleet_runs` and `fleet_ending` are for the version before.
GRANT CREATE ON SCHEMA public TO holdout_system;
CREATE FUNCTION watched_runs()
RETURNS TABLE (id json, organization_id json, organization_name json, kind json, status json, lane json, worker_id json, attempt json,
  phase json, queued_at json, started_at json, is_ending json, stuck json)
-- Planned once: that takes longer than running it.
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public SET plan_cache_mode = force_generic_plan
ROWS 1 AS $$
  WITH shown AS MATERIALIZED (
    SELECT r.id, r.organization_id, o.name, r.student_id, r.kind, r.status, e.lane, l.requires, l.resource, r.worker_id, r.attempt,
      r.queued_at, r.started_at, r.lease_expires_at, r.cancel_requested_at, r.not_before
    FROM runs r JOIN public.organizations o ON o.id = r.organization_id
      LEFT JOIN entries e ON e.run_id = r.id LEFT JOIN lanes l ON l.lane = e.lane
    WHERE r.status <> 'FINISHED'
      AND ((SELECT is_operator(current_app_user())) OR r.organization_id = (SELECT current_organization()))
    ORDER BY r.queued_at LIMIT 200
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
  SELECT json_agg(t.id), json_agg(t.organization_id), json_agg(t.organization_name), json_agg(t.kind), json_agg(t.status),
    json_agg(t.lane), json_agg(t.worker_id), json_agg(t.attempt), json_agg(t.phase),
    json_agg((date_part('epoch', t.queued_at) * 1000)::bigint), json_agg((date_part('epoch', t.started_at) * 1000)::bigint),
    json_agg(t.is_ending), json_agg(t.stuck) FROM (
    SELECT r.id, r.organization_id, r.name AS organization_name, r.kind, r.status, coalesce(r.lane, '') AS lane, r.worker_id, r.attempt,
      CASE WHEN r.status = 'RUNNING' THEN (
        SELECT p.label FROM run_phases p WHERE p.run_id = r.id AND p.attempt = r.attempt AND p.status = 'RUNNING' LIMIT 1) END AS phase,
      r.queued_at, r.started_at, r.status = 'RUNNING' AND r.cancel_requested_at IS NOT NULL AS is_ending,
      CASE WHEN r.status = 'RUNNING' THEN
        CASE WHEN r.lease_expires_at < now() THEN 'WORKER_LOST'
          WHEN r.cancel_requested_at < now() - interval '2 minutes' THEN 'CANCEL_UNHEARD'
          WHEN (SELECT max(p.started_at) FROM run_phases p WHERE p.run_id = r.id) < now() - interval '2 hours' THEN 'PHASE_LASTS' END
      ELSE
        CASE WHEN r.not_before > now() AND r.attempt > 0 THEN 'WAITS_AFTER_FAILURE'
          WHEN NOT v.has_workers THEN 'NO_WORKER'
          WHEN NOT v.is_served THEN 'WORKERS_PAUSED'
          WHEN o.is_spent THEN 'QUOTA_OF_ORGANIZATION'
          WHEN s.is_spent THEN 'QUOTA_OF_STUDENT'
          WHEN r.queued_at < now() - interval '1 hour' THEN 'LONG_WAIT' END
      END AS stuck
    FROM shown r LEFT JOIN served v ON v.lane = r.lane
      LEFT JOIN of_organization o ON o.organization_id = r.organization_id AND o.resource = r.resource
      LEFT JOIN of_student s ON s.organization_id = r.organization_id AND s.student_id = r.student_id AND s.resource = r.resource
    ORDER BY r.queued_at) t
$$;
REVOKE EXECUTE ON FUNCTION watched_runs() FROM PUBLIC;
ALTER FUNCTION watched_runs() OWNER TO holdout_system;
GRANT EXECUTE ON FUNCTION watched_runs() TO holdout_api;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
