-- How the runs of the last day ended is counted from the index, and named after counting: before, every one of them was fetched and
-- named. What is answered stays the same.
CREATE INDEX runs_endings_idx ON runs (finished_at) INCLUDE (status, outcome, reason, organization_id);
-- Only now: readers wait from here on to the end, which is near.
DROP INDEX runs_finished_at_idx;
ALTER INDEX runs_endings_idx RENAME TO runs_finished_at_idx;

CREATE OR REPLACE FUNCTION fleet_failures() RETURNS TABLE (what text, reason text, runs int, newest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.outcome::text, coalesce(e.reason::text, ''), e.runs, e.newest_at FROM (
    SELECT r.outcome, r.reason, count(*)::int AS runs, max(r.finished_at) AS newest_at FROM runs r
    WHERE r.status = 'FINISHED' AND r.finished_at > now() - interval '1 day'
      AND ((SELECT is_operator(current_app_user())) OR r.organization_id = (SELECT current_organization()))
    GROUP BY r.outcome, r.reason) e
  UNION ALL
  SELECT 'INTERRUPTED', i.cause::text, count(*)::int, max(i.created_at) FROM run_interruptions i
  WHERE i.created_at > now() - interval '1 day'
    AND ((SELECT is_operator(current_app_user())) OR i.organization_id = (SELECT current_organization()))
  GROUP BY 2
  ORDER BY 3 DESC
$$;
