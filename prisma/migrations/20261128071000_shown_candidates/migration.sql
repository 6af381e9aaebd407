-- A search reads what a list shows of a candidate in the one row in which it finds them. Before, it fetched that row a second time, then the
-- portfolio, then its results, and wrote those as JSON each time somebody searched. Names stay where they are sealed: they are erased there.

ALTER TABLE candidate_projections
  ADD COLUMN headline text NOT NULL DEFAULT '',
  ADD COLUMN pseudonym text,
  -- [{ assignmentSlug, assignmentTitle, points, low, high }], in the portfolio's order
  ADD COLUMN shown_results json NOT NULL DEFAULT '[]';

-- As before, with what a list shows.
CREATE OR REPLACE FUNCTION refresh_candidate(p_portfolio_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  is_consented boolean;
  organization uuid;
  before text := coalesce(current_setting('app.organization_id', true), '');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('candidate ' || p_portfolio_id, 0));
  SELECT p.searchable_since IS NOT NULL AND is_student_of(p.student_id, p.organization_id), p.organization_id
    INTO is_consented, organization FROM portfolios p WHERE p.id = p_portfolio_id;
  IF is_consented IS NOT TRUE THEN
    DELETE FROM candidate_projections WHERE portfolio_id = p_portfolio_id;
    RETURN;
  END IF;
  PERFORM set_config('app.organization_id', organization::text, true);
  -- Not deleted and made again: shortlists refer to it.
  INSERT INTO candidate_projections AS c (portfolio_id, organization_id, student_id, headline, pseudonym, location, is_remote, skills)
    SELECT p.id, p.organization_id, p.student_id, p.headline, p.pseudonym, p.location, p.is_remote,
      coalesce((SELECT jsonb_object_agg(s.skill, s.points) FROM portfolio_skills(p.id) s), '{}')
    FROM portfolios p WHERE p.id = p_portfolio_id
  ON CONFLICT (portfolio_id) DO UPDATE SET headline = excluded.headline, pseudonym = excluded.pseudonym, location = excluded.location,
    is_remote = excluded.is_remote, skills = excluded.skills;
  DELETE FROM candidate_results WHERE portfolio_id = p_portfolio_id;
  INSERT INTO candidate_results (portfolio_id, organization_id, submission_id, position, assignment_slug, assignment_title,
      value, low, high, metrics, issued_at)
    SELECT i.portfolio_id, i.organization_id, i.submission_id, r.position, a.slug, a.title, s.value, s.low, s.high,
      coalesce((SELECT jsonb_object_agg(m.name, jsonb_build_object('label', m.label, 'value', m.value, 'low', m.low, 'high', m.high,
        'direction', m.direction)) FROM metric_values m WHERE m.run_id = r.run_id AND m.is_graded AND i.shows_metrics), '{}'),
      c.issued_at
    FROM portfolio_results(p_portfolio_id) r
    JOIN portfolio_items i ON i.id = r.item_id
    JOIN scores s ON s.id = r.score_id
    JOIN assignments a ON a.id = r.assignment_id
    JOIN credentials c ON c.id = r.credential_id;
  UPDATE candidate_projections c SET (newest_at, shown_results) = (
    SELECT max(r.issued_at), coalesce(json_agg(json_build_object('assignmentSlug', r.assignment_slug, 'assignmentTitle', r.assignment_title,
      'points', r.value, 'low', r.low, 'high', r.high) ORDER BY r.position), '[]')
    FROM candidate_results r WHERE r.portfolio_id = c.portfolio_id)
    WHERE c.portfolio_id = p_portfolio_id;
  PERFORM set_config('app.organization_id', before, true);
END $$;
