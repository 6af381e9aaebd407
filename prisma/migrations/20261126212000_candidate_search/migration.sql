-- Results that meet the conditions are found once and looked up, not searched for each candidate again.
CREATE OR REPLACE FUNCTION search_candidates(
  p_skill text, p_skill_points double precision, p_assignment text, p_points double precision, p_metric text,
  p_metric_value double precision, p_since timestamptz, p_location text, p_before timestamptz, p_before_id uuid, p_limit int
) RETURNS TABLE (portfolio_id uuid, newest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.portfolio_id, c.newest_at FROM candidate_projections c
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
