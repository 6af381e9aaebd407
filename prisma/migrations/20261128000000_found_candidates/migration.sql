-- A page of a search says of those found what `candidate_cards` says of others: a search and its cards were two statements, of which
-- the second waited for the first.
CREATE FUNCTION search_candidate_cards(
  p_skill text, p_skill_points double precision, p_assignment text, p_points double precision, p_metric text,
  p_metric_value double precision, p_since timestamptz, p_location text, p_before timestamptz, p_before_id uuid, p_limit int
) RETURNS TABLE (
  portfolio_id uuid, newest_at timestamptz, student_id uuid, headline text, pseudonym text, display_name bytea, wrapped_key bytea,
  location text, is_remote boolean, issuer_name text, skills jsonb, results json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.portfolio_id, c.newest_at, c.student_id, p.headline, p.pseudonym, CASE WHEN p.pseudonym IS NULL THEN u.display_name END,
    k.wrapped_key, c.location, c.is_remote, o.name, c.skills,
    coalesce((SELECT json_agg(json_build_object('assignmentSlug', r.assignment_slug, 'assignmentTitle', r.assignment_title,
      'points', r.value, 'low', r.low, 'high', r.high) ORDER BY r.position)
      FROM candidate_results r WHERE r.portfolio_id = c.portfolio_id), '[]')
  FROM search_candidates(p_skill, p_skill_points, p_assignment, p_points, p_metric, p_metric_value, p_since, p_location, p_before,
    p_before_id, p_limit) found
  JOIN candidate_projections c ON c.portfolio_id = found.portfolio_id
  JOIN portfolios p ON p.id = c.portfolio_id
  JOIN organizations o ON o.id = c.organization_id
  LEFT JOIN users u ON u.id = c.student_id
  LEFT JOIN user_keys k ON k.user_id = c.student_id
  ORDER BY c.newest_at DESC, c.portfolio_id DESC
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text := 'search_candidate_cards(text, double precision, text, double precision, text, double precision, timestamptz,
  text, timestamptz, uuid, int)';
BEGIN
  EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
  EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO holdout_api', signature);
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
