-- What students publish of their results. Nothing of it was ever used before: the tables are made anew.
DROP TABLE share_link_views, share_links, portfolio_items, portfolios, candidate_projections, shortlist_entries, contact_requests;

CREATE TABLE portfolios (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  student_id uuid NOT NULL,
  -- Its address, for those who know it. Unique among all organizations.
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) BETWEEN 4 AND 60),
  headline text NOT NULL CHECK (char_length(headline) <= 160),
  -- What it calls its student; null for their own name.
  pseudonym text CHECK (pseudonym = btrim(pseudonym) AND char_length(pseudonym) BETWEEN 2 AND 40),
  -- Where they would like to work.
  location text NOT NULL CHECK (char_length(location) <= 80),
  is_remote boolean NOT NULL,
  is_public boolean NOT NULL DEFAULT false,
  -- Since when hiring managers may find it; null without consent.
  searchable_since timestamptz(3),
  updated_at timestamptz(3) NOT NULL,
  UNIQUE (organization_id, student_id)
);

-- What was passed is named by its submission: whichever credential is in force for it is what is shown.
CREATE TABLE portfolio_items (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  portfolio_id uuid NOT NULL REFERENCES portfolios (id) ON DELETE CASCADE,
  submission_id uuid NOT NULL REFERENCES submissions (id),
  position int NOT NULL,
  case_study text NOT NULL CHECK (char_length(case_study) <= 20000),
  shows_metrics boolean NOT NULL,
  shows_percentile boolean NOT NULL,
  shows_comments boolean NOT NULL,
  shows_figures boolean NOT NULL,
  shows_model_card boolean NOT NULL,
  shows_code boolean NOT NULL,
  UNIQUE (portfolio_id, submission_id)
);
CREATE INDEX portfolio_items_organization_id_idx ON portfolio_items (organization_id);
CREATE INDEX portfolio_items_submission_id_idx ON portfolio_items (submission_id);

CREATE TABLE share_links (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  portfolio_id uuid NOT NULL REFERENCES portfolios (id) ON DELETE CASCADE,
  -- For whom it is, in the student's words.
  label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 80),
  token_hash text NOT NULL UNIQUE,
  passcode_hash text,
  -- Passcodes tried since the first of them; a new window begins a while after that.
  tries int NOT NULL DEFAULT 0,
  tries_since timestamptz(3),
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX share_links_organization_id_idx ON share_links (organization_id);
CREATE INDEX share_links_portfolio_id_idx ON share_links (portfolio_id);

-- When a link was opened. By whom is not known, and not kept.
CREATE TABLE share_link_views (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  share_link_id uuid NOT NULL REFERENCES share_links (id) ON DELETE CASCADE,
  viewed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX share_link_views_organization_id_share_link_id_idx ON share_link_views (organization_id, share_link_id);
CREATE INDEX share_link_views_share_link_id_viewed_at_idx ON share_link_views (share_link_id, viewed_at DESC);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['portfolios', 'portfolio_items', 'share_links', 'share_link_views'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON portfolios, portfolio_items, share_links TO holdout_api;
GRANT SELECT, INSERT ON share_link_views TO holdout_api;

-- What of a portfolio can be shown: passes whose credential is in force, with the score that counts. A pass that was taken back
-- is gone from it at once, and one that was regraded shows its new number.
CREATE FUNCTION portfolio_results(p_portfolio_id uuid) RETURNS TABLE (
  item_id uuid, "position" int, submission_id uuid, credential_id uuid, run_id uuid, score_id uuid, assignment_version_id uuid, assignment_id uuid
) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT i.id, i.position, i.submission_id, c.id, c.run_id, s.id, r.assignment_version_id, v.assignment_id
  FROM portfolio_items i
  JOIN credentials c ON c.submission_id = i.submission_id AND c.status = 'ISSUED'
  JOIN runs r ON r.id = c.run_id
  JOIN assignment_versions v ON v.id = r.assignment_version_id
  JOIN LATERAL (
    SELECT id, is_passed, is_provisional FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC, id DESC LIMIT 1
  ) s ON s.is_passed AND NOT s.is_provisional
  WHERE i.portfolio_id = p_portfolio_id
$$;

-- Evidence per skill from what can be shown, and nothing else.
CREATE FUNCTION portfolio_skills(p_portfolio_id uuid) RETURNS TABLE (skill text, points double precision, evidence int)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH graded AS (
    SELECT unnest(c.skills)::text AS skill, (item ->> 'points')::float8 AS points, c.weight
    FROM portfolio_results(p_portfolio_id) r
    JOIN scores s ON s.id = r.score_id
    CROSS JOIN LATERAL jsonb_array_elements(s.criteria) AS item
    JOIN criteria c ON c.rubric_version_id = s.rubric_version_id AND c.key = item ->> 'key'
    WHERE item ->> 'points' IS NOT NULL AND c.weight > 0)
  SELECT g.skill, sum(g.points * g.weight) / sum(g.weight), count(*)::int FROM graded g GROUP BY g.skill
$$;
REVOKE EXECUTE ON FUNCTION portfolio_results(uuid), portfolio_skills(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio_results(uuid), portfolio_skills(uuid) TO holdout_api, holdout_system;

-- The ways in for those who are nobody here: where a published portfolio lies, and nothing of it.
GRANT SELECT ON portfolios, share_links TO holdout_system;
CREATE POLICY system ON portfolios FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON share_links FOR SELECT TO holdout_system USING (true);

-- Whoever left can no longer take anything back: nothing of theirs is shown.
CREATE FUNCTION is_student_of(p_user_id uuid, p_organization_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m
    WHERE m.user_id = p_user_id AND m.organization_id = p_organization_id AND m.role = 'STUDENT')
$$;

CREATE FUNCTION public_portfolio(p_slug text) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.organization_id FROM portfolios p
  WHERE p.slug = p_slug AND p.is_public AND is_student_of(p.student_id, p.organization_id)
$$;

CREATE FUNCTION shared_portfolio(p_token_hash text) RETURNS TABLE (id uuid, organization_id uuid, link_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.organization_id, l.id FROM share_links l JOIN portfolios p ON p.id = l.portfolio_id
  WHERE l.token_hash = p_token_hash AND l.revoked_at IS NULL AND l.expires_at > CURRENT_TIMESTAMP
    AND is_student_of(p.student_id, p.organization_id)
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION is_student_of(uuid, uuid), public_portfolio(text), shared_portfolio(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_student_of(uuid, uuid) TO holdout_system;
ALTER FUNCTION public_portfolio(text) OWNER TO holdout_system;
ALTER FUNCTION shared_portfolio(text) OWNER TO holdout_system;
GRANT EXECUTE ON FUNCTION public_portfolio(text), shared_portfolio(text) TO holdout_api;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
