-- What every page asks of the database, whatever the page is, and what grew with what others have.

-- Who asks is part of every policy. A function that sets a search path is called each time; one whose names were found when it was
-- made needs none, and is part of the statement instead.
CREATE OR REPLACE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.organization_id', true), '')::uuid;
CREATE OR REPLACE FUNCTION current_app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.user_id', true), '')::uuid;
CREATE OR REPLACE FUNCTION sees_held_grades() RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM public.memberships m
    WHERE m.organization_id = public.current_organization() AND m.user_id = public.current_app_user()
      AND m.role IN ('TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'));

-- The same, without functions that are called for each session, and planned once: what is asked changes nothing of the plan.
CREATE OR REPLACE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND coalesce(p.is_operator, false), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', o.id, 'organizationSlug', o.slug,
      'organizationName', o.name) ORDER BY m.created_at, m.id)
    FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
    WHERE m.user_id = u.id AND o.archived_at IS NULL AND (s."organizationId" IS NULL OR m.organization_id = s."organizationId")), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" LEFT JOIN public.users p ON p.id = u.id
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;

-- Nothing is held in most organizations, and the runs of everybody were looked through to find that out. What is held comes first.
CREATE OR REPLACE FUNCTION held_runs() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH held AS MATERIALIZED (
    SELECT o.organization_id, o.cohort_id, o.assignment_id FROM cohort_assignments o
    WHERE o.organization_id = current_organization() AND o.is_held
  )
  SELECT r.id FROM held o
  JOIN enrollments e ON e.cohort_id = o.cohort_id AND e.withdrawn_at IS NULL
  JOIN assignment_versions v ON v.assignment_id = o.assignment_id
  JOIN runs r ON r.organization_id = o.organization_id AND r.student_id = e.user_id AND r.assignment_version_id = v.id
  WHERE r.kind IN ('CERTIFICATION', 'REGRADE') OR (r.kind = 'REPRODUCTION' AND EXISTS (
    SELECT 1 FROM reproductions p JOIN runs original ON original.id = p.original_run_id
    WHERE p.run_id = r.id AND original.kind <> 'PRACTICE'))
  UNION ALL
  SELECT r.id FROM held o
  JOIN teams t ON t.cohort_id = o.cohort_id AND t.assignment_id = o.assignment_id
  JOIN runs r ON r.team_id = t.id
  WHERE r.kind IN ('CERTIFICATION', 'REGRADE')
  UNION ALL
  SELECT w.run_id FROM rerun_works w
  WHERE w.organization_id = current_organization() AND w.committed_at IS NULL AND w.run_id IS NOT NULL
$$;

-- What there is to search for was put together of every result that anybody shows. Results of a kind lie side by side in an index
-- now, and one of each is read. What is shown of a metric may be longer than an index takes, hence its digest.
CREATE FUNCTION shown_metrics(p_metrics jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(m.key, m.value - 'value' - 'low' - 'high'), '{}') FROM jsonb_each(p_metrics) m);

GRANT EXECUTE ON FUNCTION shown_metrics(jsonb) TO holdout_system;
CREATE INDEX candidate_results_kinds_idx ON candidate_results (assignment_slug, assignment_title, md5(shown_metrics(metrics)::text));

CREATE OR REPLACE FUNCTION candidate_projects() RETURNS TABLE (slug text, title text, metrics jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE kinds AS (
    (SELECT r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text) AS shown, r.metrics FROM candidate_results r
      WHERE (SELECT speaks_for_hiring())
      ORDER BY r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text) LIMIT 1)
    UNION ALL
    SELECT following.* FROM kinds k CROSS JOIN LATERAL (
      SELECT r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text), r.metrics FROM candidate_results r
      WHERE (r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text)) > (k.assignment_slug, k.assignment_title, k.shown)
      ORDER BY r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text) LIMIT 1) following
  )
  SELECT k.assignment_slug, min(k.assignment_title),
    coalesce(jsonb_object_agg(m.key, m.value - 'value' - 'low' - 'high') FILTER (WHERE m.key IS NOT NULL), '{}')
  FROM kinds k LEFT JOIN LATERAL jsonb_each(k.metrics) m ON true
  GROUP BY k.assignment_slug ORDER BY 2
$$;

-- What a queue of reviews needs of scores is read from the index, an organization's in one piece.
CREATE INDEX scores_organization_id_run_id_idx ON scores (organization_id, run_id) INCLUDE (value, cause, created_at);
DROP INDEX scores_organization_id_idx;
