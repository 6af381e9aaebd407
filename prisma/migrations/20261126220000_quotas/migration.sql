-- Quotas: what an organization may use, and what each student may. A row names a student, a cohort (then it holds for each of its
-- students) or neither (then it holds for the organization as a whole). The newest that says something and has not expired
-- counts; a student's own goes before their cohort's. A day is a day of UTC.

ALTER TABLE quotas ADD COLUMN runs_per_day int CHECK (runs_per_day >= 0),
  ADD COLUMN reason text NOT NULL DEFAULT '',
  ADD CHECK (cohort_id IS NULL OR user_id IS NULL);
CREATE INDEX quotas_scope ON quotas (organization_id, user_id, cohort_id);

GRANT SELECT ON submissions TO holdout_system;
CREATE POLICY system ON submissions FOR SELECT TO holdout_system USING (true);

-- What a quota says of something; null where none does.
CREATE FUNCTION fair_queue.quota_value(p_quota quotas, p_what text) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_what WHEN 'GPU' THEN p_quota.gpu_seconds WHEN 'CPU' THEN p_quota.cpu_seconds WHEN 'RUNS' THEN p_quota.runs_per_day
    WHEN 'STORAGE' THEN p_quota.storage_bytes WHEN 'PARALLEL' THEN p_quota.parallel_runs END::float8
$$;

-- Of an organization, or of a student where one is named.
CREATE FUNCTION fair_queue.quota_limit(p_what text, p_organization uuid, p_student uuid) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT quota_value(q, p_what) FROM quotas q
  WHERE q.organization_id = p_organization AND quota_value(q, p_what) IS NOT NULL AND (q.expires_at IS NULL OR q.expires_at > now())
    AND CASE WHEN p_student IS NULL THEN q.user_id IS NULL AND q.cohort_id IS NULL
      ELSE q.user_id = p_student OR q.cohort_id IN (SELECT e.cohort_id FROM enrollments e
        WHERE e.organization_id = p_organization AND e.user_id = p_student AND e.withdrawn_at IS NULL) END
  ORDER BY q.user_id IS NULL, q.created_at DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION fair_queue.quota_of(p_resource text, p_organization uuid, p_student uuid) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT coalesce(quota_limit(p_resource, p_organization, p_student), 'infinity'::float8)
$$;

-- Runs of a student at once: their own quota, their cohort's, what the organization says of everyone, or two.
CREATE OR REPLACE FUNCTION fair_queue.parallel_of(p_organization uuid, p_student uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT greatest(1, coalesce(quota_limit('PARALLEL', p_organization, p_student), quota_limit('PARALLEL', p_organization, NULL), 2))::int
$$;

-- Limits of the organization that is acted in, or of one of its students, and what is used of them. What is not limited is not
-- counted. Runs count as they were handed in; seconds as they are spent; stored are archives and what runs left.
CREATE FUNCTION quota_state(p_student uuid) RETURNS TABLE (what text, "limit" float8, used float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT l.what, l."limit", CASE l.what
    WHEN 'RUNS' THEN (SELECT count(*) FROM runs r WHERE r.organization_id = current_organization()
      AND (p_student IS NULL OR r.student_id = p_student) AND r.kind IN ('PRACTICE', 'CERTIFICATION')
      AND r.queued_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')
    WHEN 'STORAGE' THEN (SELECT coalesce(sum(s.archive_bytes), 0) FROM submissions s WHERE s.organization_id = current_organization()
        AND (p_student IS NULL OR s.student_id = p_student))
      + (SELECT coalesce(sum(a.bytes), 0) FROM run_artifacts a JOIN runs r ON r.id = a.run_id
        WHERE a.organization_id = current_organization() AND a.deleted_at IS NULL AND (p_student IS NULL OR r.student_id = p_student))
    WHEN 'PARALLEL' THEN (SELECT count(*) FROM runs r WHERE r.organization_id = current_organization()
      AND r.status = 'RUNNING' AND (p_student IS NULL OR r.student_id = p_student))
    ELSE CASE WHEN p_student IS NULL
      THEN (SELECT o.spent FROM fair_queue.organizations o WHERE o.organization_id = current_organization() AND o.resource = l.what)
      ELSE (SELECT s.spent FROM student_shares s
        WHERE s.organization_id = current_organization() AND s.student_id = p_student AND s.resource = l.what) END
    END::float8
  FROM (SELECT w.what, quota_limit(w.what, current_organization(), p_student) AS "limit"
    FROM (VALUES ('RUNS'), ('CPU'), ('GPU'), ('STORAGE'), ('PARALLEL')) AS w(what)) AS l
  WHERE l."limit" IS NOT NULL
$$;

GRANT CREATE ON SCHEMA public, fair_queue TO holdout_system;
ALTER FUNCTION fair_queue.quota_value(quotas, text) OWNER TO holdout_system;
ALTER FUNCTION fair_queue.quota_limit(text, uuid, uuid) OWNER TO holdout_system;
ALTER FUNCTION quota_state(uuid) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public, fair_queue FROM holdout_system;
REVOKE EXECUTE ON FUNCTION fair_queue.quota_value(quotas, text), fair_queue.quota_limit(text, uuid, uuid), quota_state(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_state(uuid) TO holdout_api;
