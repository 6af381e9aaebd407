-- What is used of a quota. An organization's number of runs at once is each student's, where nothing closer says another; of the
-- organization as a whole it says nothing. Runs count as they were handed in; seconds as they are spent; stored are archives and
-- what runs left. What is not limited is not counted.
CREATE OR REPLACE FUNCTION quota_state(p_student uuid) RETURNS TABLE (what text, "limit" float8, used float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT l.what, l."limit", CASE l.what
    WHEN 'RUNS' THEN (SELECT count(*) FROM runs r WHERE r.organization_id = current_organization()
      AND (p_student IS NULL OR r.student_id = p_student) AND r.kind IN ('PRACTICE', 'CERTIFICATION')
      AND r.queued_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')
    WHEN 'STORAGE' THEN CASE WHEN p_student IS NULL
      THEN (SELECT coalesce(sum(s.archive_bytes), 0) FROM submissions s WHERE s.organization_id = current_organization())
        + (SELECT coalesce(sum(a.bytes), 0) FROM run_artifacts a
          WHERE a.organization_id = current_organization() AND a.deleted_at IS NULL)
      -- Apart, so that a student's own are found by the index on students.
      ELSE (SELECT coalesce(sum(s.archive_bytes), 0) FROM submissions s
          WHERE s.organization_id = current_organization() AND s.student_id = p_student)
        + (SELECT coalesce(sum(a.bytes), 0) FROM runs r JOIN run_artifacts a ON a.run_id = r.id
          WHERE r.organization_id = current_organization() AND r.student_id = p_student AND a.deleted_at IS NULL) END
    WHEN 'PARALLEL' THEN (SELECT count(*) FROM runs r
      WHERE r.organization_id = current_organization() AND r.status = 'RUNNING' AND r.student_id = p_student)
    ELSE CASE WHEN p_student IS NULL
      THEN (SELECT o.spent FROM fair_queue.organizations o WHERE o.organization_id = current_organization() AND o.resource = l.what)
      ELSE (SELECT s.spent FROM student_shares s
        WHERE s.organization_id = current_organization() AND s.student_id = p_student AND s.resource = l.what) END
    END::float8
  FROM (SELECT w.what, CASE WHEN w.what <> 'PARALLEL' THEN quota_limit(w.what, current_organization(), p_student)
      WHEN p_student IS NOT NULL THEN coalesce(quota_limit(w.what, current_organization(), p_student),
        quota_limit(w.what, current_organization(), NULL)) END AS "limit"
    FROM (VALUES ('RUNS'), ('CPU'), ('GPU'), ('STORAGE'), ('PARALLEL')) AS w(what)) AS l
  WHERE l."limit" IS NOT NULL
$$;
