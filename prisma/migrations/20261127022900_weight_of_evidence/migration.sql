-- What a score says of skills, wherever skills are shown: a criterion speaks with the weight that counted in that score. One
-- that could not be measured, or only in part, has points of zero there, or weighs less than its rubric gives it.
CREATE FUNCTION skill_evidence(p_criteria jsonb, p_rubric_version_id uuid) RETURNS TABLE (
  skill text, criterion text, "position" int, points double precision, weight double precision
) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT unnest(c.skills)::text, c.title, c.position, (item ->> 'points')::float8, (item ->> 'countedWeight')::float8
  FROM jsonb_array_elements(p_criteria) AS item
  JOIN criteria c ON c.rubric_version_id = p_rubric_version_id AND c.key = item ->> 'key'
  WHERE item ->> 'points' IS NOT NULL AND (item ->> 'countedWeight')::float8 > 0
$$;
REVOKE EXECUTE ON FUNCTION skill_evidence(jsonb, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION skill_evidence(jsonb, uuid) TO holdout_api, holdout_system;

CREATE OR REPLACE FUNCTION portfolio_skills(p_portfolio_id uuid) RETURNS TABLE (skill text, points double precision, evidence int)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT e.skill, sum(e.points * e.weight) / sum(e.weight), count(*)::int
  FROM portfolio_results(p_portfolio_id) r
  JOIN scores s ON s.id = r.score_id
  CROSS JOIN LATERAL skill_evidence(s.criteria, s.rubric_version_id) e
  GROUP BY e.skill
$$;

-- Those who can be found already.
SELECT refresh_candidate(portfolio_id) FROM candidate_projections;
