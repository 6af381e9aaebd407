-- As before, and the quota of an archived cohort holds for nobody: its students go on in another. The body only: owner and grants stay.
CREATE OR REPLACE FUNCTION fair_queue.quota_limit(p_what text, p_organization uuid, p_student uuid) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT quota_value(q, p_what) FROM quotas q
  WHERE q.organization_id = p_organization AND quota_value(q, p_what) IS NOT NULL AND (q.expires_at IS NULL OR q.expires_at > now())
    AND CASE WHEN p_student IS NULL THEN q.user_id IS NULL AND q.cohort_id IS NULL
      ELSE q.user_id = p_student OR q.cohort_id IN (SELECT e.cohort_id FROM enrollments e JOIN cohorts c ON c.id = e.cohort_id
        WHERE e.organization_id = p_organization AND e.user_id = p_student AND e.withdrawn_at IS NULL AND c.archived_at IS NULL) END
  ORDER BY q.user_id IS NULL, q.created_at DESC LIMIT 1
$$;
