-- One result of each kind, found side by side in the index; whose projects they are makes one of each. `candidate_projects` and its index
-- are for the version before.
GRANT CREATE ON SCHEMA public TO holdout_system;
CREATE FUNCTION searchable_kinds() RETURNS TABLE (slug text, title text, metrics jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public ROWS 20 AS $$
  WITH RECURSIVE kinds AS (
    (SELECT r.assignment_slug, r.assignment_title, r.kind, r.shown FROM candidate_results r
      WHERE (SELECT speaks_for_hiring())
      ORDER BY r.assignment_slug, r.assignment_title, r.kind LIMIT 1)
    UNION ALL
    SELECT following.* FROM kinds k CROSS JOIN LATERAL (
      SELECT r.assignment_slug, r.assignment_title, r.kind, r.shown FROM candidate_results r
      WHERE (r.assignment_slug, r.assignment_title, r.kind) > (k.assignment_slug, k.assignment_title, k.kind)
      ORDER BY r.assignment_slug, r.assignment_title, r.kind LIMIT 1) following
  )
  SELECT k.assignment_slug, k.assignment_title, k.shown FROM kinds k ORDER BY k.assignment_title, k.assignment_slug, k.kind
$$;
REVOKE EXECUTE ON FUNCTION searchable_kinds() FROM PUBLIC;
ALTER FUNCTION searchable_kinds() OWNER TO holdout_system;
GRANT EXECUTE ON FUNCTION searchable_kinds() TO holdout_api;
REVOKE CREATE ON SCHEMA public FROM holdout_system;

-- As before; a page begins in the index where the page before ended, instead of going through all that came before it.
CREATE OR REPLACE FUNCTION search_candidate_cards(
  p_skill text, p_skill_points double precision, p_assignment text, p_points double precision, p_metric text,
  p_metric_value double precision, p_since timestamptz, p_location text, p_before timestamptz, p_before_id uuid, p_limit int
) RETURNS TABLE (
  portfolio_id uuid, newest_at timestamptz, student_id uuid, headline text, pseudonym text, display_name bytea, wrapped_key bytea,
  location text, is_remote boolean, issuer_name text, skills jsonb, results json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.portfolio_id, c.newest_at, c.student_id, c.headline, c.pseudonym,
    CASE WHEN c.pseudonym IS NULL THEN (SELECT u.display_name FROM users u WHERE u.id = c.student_id) END,
    CASE WHEN c.pseudonym IS NULL THEN (SELECT k.wrapped_key FROM user_keys k WHERE k.user_id = c.student_id) END,
    c.location, c.is_remote, (SELECT o.name FROM organizations o WHERE o.id = c.organization_id), c.skills, c.shown_results
  FROM candidate_projections c
  WHERE (SELECT speaks_for_hiring())
    AND (p_location IS NULL OR c.is_remote OR strpos(lower(c.location), lower(p_location)) > 0)
    AND (p_skill IS NULL OR (c.skills ->> p_skill)::float8 >= coalesce(p_skill_points, 0))
    AND ((p_assignment IS NULL AND p_points IS NULL AND p_metric IS NULL AND p_since IS NULL) OR c.portfolio_id IN (
      SELECT r.portfolio_id FROM candidate_results r
      WHERE (p_assignment IS NULL OR r.assignment_slug = p_assignment)
        AND (p_points IS NULL OR r.value >= p_points)
        AND (p_since IS NULL OR r.issued_at >= p_since)
        AND (p_metric IS NULL OR CASE r.metrics -> p_metric ->> 'direction'
          WHEN 'HIGHER' THEN (r.metrics -> p_metric ->> 'value')::float8 >= p_metric_value
          WHEN 'LOWER' THEN (r.metrics -> p_metric ->> 'value')::float8 <= p_metric_value ELSE false END)))
    AND (c.newest_at, c.portfolio_id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  ORDER BY c.newest_at DESC, c.portfolio_id DESC LIMIT p_limit
$$;
