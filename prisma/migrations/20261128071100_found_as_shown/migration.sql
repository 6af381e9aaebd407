-- What a list shows of those who could be found before. They are as many as consented: this is soon done. Whoever changes what they show
-- waits meanwhile; who searches does not.
SET ROLE holdout_system;
LOCK TABLE candidate_projections IN SHARE ROW EXCLUSIVE MODE;
UPDATE candidate_projections c SET headline = p.headline, pseudonym = p.pseudonym, shown_results = coalesce((
    SELECT json_agg(json_build_object('assignmentSlug', r.assignment_slug, 'assignmentTitle', r.assignment_title,
      'points', r.value, 'low', r.low, 'high', r.high) ORDER BY r.position)
    FROM candidate_results r WHERE r.portfolio_id = c.portfolio_id), '[]')
  FROM portfolios p WHERE p.id = c.portfolio_id;
RESET ROLE;

-- As before; of somebody with a pseudonym, neither the sealed name nor its key is fetched.
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
    AND c.newest_at IS NOT NULL
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
    AND (p_before IS NULL OR (c.newest_at, c.portfolio_id) < (p_before, p_before_id))
  ORDER BY c.newest_at DESC, c.portfolio_id DESC LIMIT p_limit
$$;
