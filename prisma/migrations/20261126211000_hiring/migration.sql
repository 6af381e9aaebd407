-- Hiring managers belong to organizations of their own and read across all others, but only what a student consented to. What
-- can be searched stands in a projection that exists while the consent does; it is read through functions that ask for the role
-- themselves and answer nothing to anyone else. Withdrawal deletes it, and with it whatever refers to it.

CREATE TABLE candidate_projections (
  portfolio_id uuid PRIMARY KEY REFERENCES portfolios (id) ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  student_id uuid NOT NULL,
  location text NOT NULL,
  is_remote boolean NOT NULL,
  -- { skill: points }
  skills jsonb NOT NULL,
  -- When the newest of its results was issued; null while it has none.
  newest_at timestamptz(3)
);
CREATE INDEX candidate_projections_organization_id_idx ON candidate_projections (organization_id);
CREATE INDEX candidate_projections_newest_at_portfolio_id_idx ON candidate_projections (newest_at DESC, portfolio_id DESC);
CREATE INDEX candidate_projections_student_id_idx ON candidate_projections (student_id);

CREATE TABLE candidate_results (
  portfolio_id uuid NOT NULL REFERENCES candidate_projections (portfolio_id) ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  submission_id uuid NOT NULL,
  position int NOT NULL,
  assignment_slug text NOT NULL,
  assignment_title text NOT NULL,
  value double precision NOT NULL,
  low double precision NOT NULL,
  high double precision NOT NULL,
  -- { name: { label, value, low, high, direction } }; empty where the student does not show them.
  metrics jsonb NOT NULL,
  issued_at timestamptz(3) NOT NULL,
  PRIMARY KEY (portfolio_id, submission_id)
);
CREATE INDEX candidate_results_organization_id_idx ON candidate_results (organization_id);
CREATE INDEX candidate_results_assignment_slug_value_idx ON candidate_results (assignment_slug, value);

CREATE TABLE shortlist_entries (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  manager_id uuid NOT NULL,
  portfolio_id uuid NOT NULL REFERENCES candidate_projections (portfolio_id) ON DELETE CASCADE,
  note text NOT NULL CHECK (char_length(note) <= 2000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (organization_id, manager_id, portfolio_id)
);
CREATE INDEX shortlist_entries_portfolio_id_idx ON shortlist_entries (portfolio_id);

-- Of the manager's organization. The student hears of it and answers through functions.
CREATE TABLE contact_requests (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  manager_id uuid NOT NULL,
  portfolio_id uuid NOT NULL REFERENCES candidate_projections (portfolio_id) ON DELETE CASCADE,
  message text NOT NULL CHECK (char_length(message) BETWEEN 1 AND 2000),
  status "ContactStatus" NOT NULL DEFAULT 'SENT',
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  answered_at timestamptz(3),
  CHECK ((status = 'SENT') = (answered_at IS NULL)),
  -- An organization asks once. No is an answer.
  UNIQUE (organization_id, portfolio_id)
);
CREATE INDEX contact_requests_portfolio_id_idx ON contact_requests (portfolio_id);
CREATE INDEX contact_requests_manager_id_created_at_idx ON contact_requests (manager_id, created_at);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['candidate_projections', 'candidate_results', 'shortlist_entries', 'contact_requests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
    EXECUTE format('CREATE POLICY system ON %I TO holdout_system USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;
-- What a projection is made from is read in the student's organization only: there is no policy for all of them.
GRANT SELECT ON portfolio_items, scores, criteria, assignments, metric_values, user_keys TO holdout_system;
GRANT SELECT ON candidate_projections, candidate_results, contact_requests TO holdout_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON shortlist_entries TO holdout_api;
GRANT INSERT (id, organization_id, manager_id, portfolio_id, message, created_at), DELETE ON contact_requests TO holdout_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON candidate_projections, candidate_results TO holdout_system;
GRANT SELECT, UPDATE ON contact_requests TO holdout_system;

-- The projection of one portfolio, made anew from what can be shown now; none without consent.
CREATE FUNCTION refresh_candidate(p_portfolio_id uuid) RETURNS void
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
  INSERT INTO candidate_projections AS c (portfolio_id, organization_id, student_id, location, is_remote, skills)
    SELECT p.id, p.organization_id, p.student_id, p.location, p.is_remote,
      coalesce((SELECT jsonb_object_agg(s.skill, s.points) FROM portfolio_skills(p.id) s), '{}')
    FROM portfolios p WHERE p.id = p_portfolio_id
  ON CONFLICT (portfolio_id) DO UPDATE SET location = excluded.location, is_remote = excluded.is_remote, skills = excluded.skills;
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
  UPDATE candidate_projections SET newest_at = (SELECT max(r.issued_at) FROM candidate_results r WHERE r.portfolio_id = p_portfolio_id)
    WHERE portfolio_id = p_portfolio_id;
  PERFORM set_config('app.organization_id', before, true);
END $$;

-- Whatever changes what can be shown refreshes the projection in the same transaction.
CREATE FUNCTION follow_portfolio() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM refresh_candidate(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_portfolio AFTER UPDATE ON portfolios FOR EACH ROW
  WHEN (OLD.searchable_since IS NOT NULL OR NEW.searchable_since IS NOT NULL) EXECUTE FUNCTION follow_portfolio();

CREATE FUNCTION follow_portfolio_items() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM refresh_candidate(c.portfolio_id)
    FROM (SELECT DISTINCT portfolio_id FROM changed) i JOIN candidate_projections c ON c.portfolio_id = i.portfolio_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_inserted AFTER INSERT ON portfolio_items REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_portfolio_items();
CREATE TRIGGER follow_updated AFTER UPDATE ON portfolio_items REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_portfolio_items();
CREATE TRIGGER follow_deleted AFTER DELETE ON portfolio_items REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_portfolio_items();

CREATE FUNCTION follow_result() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  about uuid;
  before text := coalesce(current_setting('app.organization_id', true), '');
BEGIN
  PERFORM set_config('app.organization_id', NEW.organization_id::text, true);
  CASE TG_TABLE_NAME
    WHEN 'credentials' THEN about := NEW.submission_id;
    WHEN 'scores' THEN SELECT r.submission_id INTO about FROM runs r WHERE r.id = NEW.run_id;
  END CASE;
  PERFORM refresh_candidate(c.portfolio_id)
    FROM portfolio_items i JOIN candidate_projections c ON c.portfolio_id = i.portfolio_id WHERE i.submission_id = about;
  PERFORM set_config('app.organization_id', before, true);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_result AFTER INSERT OR UPDATE OF status ON credentials FOR EACH ROW EXECUTE FUNCTION follow_result();
-- Triggers run in the order of their names. This one comes after leave_task: a worker that settles a pass holds the task when it
-- comes to the projection, so whoever held the projection when it comes to the task would wait for it in a circle.
CREATE TRIGGER show_result AFTER INSERT ON scores FOR EACH ROW EXECUTE FUNCTION follow_result();

-- Whoever left the organization is found no more.
CREATE FUNCTION follow_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM refresh_candidate(c.portfolio_id)
    FROM candidate_projections c WHERE c.student_id = OLD.user_id AND c.organization_id = OLD.organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_membership AFTER UPDATE OR DELETE ON memberships FOR EACH ROW
  WHEN (OLD.role = 'STUDENT') EXECUTE FUNCTION follow_membership();

-- Whether the transaction speaks for a hiring manager of its organization. Every function below asks.
CREATE FUNCTION speaks_for_hiring() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m
    WHERE m.user_id = current_app_user() AND m.organization_id = current_organization() AND m.role = 'HIRING_MANAGER')
$$;

-- Newest result first: people are not ranked. A condition that is null is none.
CREATE FUNCTION search_candidates(
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

-- What a list says of candidates. The name is sealed under the student's own key; without that key there is no row.
CREATE FUNCTION candidate_cards(p_portfolio_ids uuid[]) RETURNS TABLE (
  portfolio_id uuid, student_id uuid, headline text, pseudonym text, display_name bytea, wrapped_key bytea, location text,
  is_remote boolean, issuer_name text, skills jsonb, results jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.portfolio_id, c.student_id, p.headline, p.pseudonym, CASE WHEN p.pseudonym IS NULL THEN u.display_name END, k.wrapped_key,
    c.location, c.is_remote, o.name, c.skills,
    coalesce((SELECT jsonb_agg(jsonb_build_object('assignmentSlug', r.assignment_slug, 'assignmentTitle', r.assignment_title,
      'points', r.value, 'low', r.low, 'high', r.high) ORDER BY r.position)
      FROM candidate_results r WHERE r.portfolio_id = c.portfolio_id), '[]')
  FROM candidate_projections c
  JOIN portfolios p ON p.id = c.portfolio_id
  JOIN organizations o ON o.id = c.organization_id
  JOIN users u ON u.id = c.student_id
  JOIN user_keys k ON k.user_id = c.student_id
  WHERE (SELECT speaks_for_hiring()) AND c.portfolio_id = ANY(p_portfolio_ids)
$$;

-- Where a candidate's portfolio lies.
CREATE FUNCTION candidate_place(p_portfolio_id uuid) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.portfolio_id, c.organization_id FROM candidate_projections c
  WHERE (SELECT speaks_for_hiring()) AND c.portfolio_id = p_portfolio_id
$$;

-- What can be searched for: projects, and the metrics that are shown of them.
CREATE FUNCTION candidate_projects() RETURNS TABLE (slug text, title text, metrics jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.assignment_slug, min(r.assignment_title),
    coalesce(jsonb_object_agg(m.key, m.value - 'value' - 'low' - 'high') FILTER (WHERE m.key IS NOT NULL), '{}')
  FROM candidate_results r LEFT JOIN LATERAL jsonb_each(r.metrics) m ON true
  WHERE (SELECT speaks_for_hiring())
  GROUP BY r.assignment_slug ORDER BY 2
$$;

-- What a student is asked, by whom. The manager's name is sealed under their own key.
CREATE FUNCTION contact_requests_to_viewer() RETURNS TABLE (
  id uuid, manager_id uuid, display_name bytea, wrapped_key bytea, organization_name text, message text, status "ContactStatus",
  created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT q.id, q.manager_id, u.display_name, k.wrapped_key, o.name, q.message, q.status, q.created_at
  FROM contact_requests q
  JOIN candidate_projections c ON c.portfolio_id = q.portfolio_id
  JOIN organizations o ON o.id = q.organization_id
  LEFT JOIN users u ON u.id = q.manager_id
  LEFT JOIN user_keys k ON k.user_id = q.manager_id
  WHERE c.student_id = current_app_user() AND c.organization_id = current_organization()
  ORDER BY q.created_at DESC, q.id LIMIT 100
$$;

-- Once. Answers whether it was the viewer's to answer and still open.
CREATE FUNCTION answer_contact_request(p_id uuid, p_is_accepted boolean, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE contact_requests q
    SET status = CASE WHEN p_is_accepted THEN 'ACCEPTED' ELSE 'DECLINED' END::"ContactStatus", answered_at = p_now
    FROM candidate_projections c
    WHERE q.id = p_id AND q.status = 'SENT' AND c.portfolio_id = q.portfolio_id
      AND c.student_id = current_app_user() AND c.organization_id = current_organization();
  RETURN FOUND;
END $$;

-- The address of someone who accepted, for the manager who asked.
CREATE FUNCTION contact_address(p_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.email FROM contact_requests q
  JOIN candidate_projections c ON c.portfolio_id = q.portfolio_id
  JOIN auth."user" a ON a.id = c.student_id
  WHERE q.id = p_id AND q.status = 'ACCEPTED' AND q.manager_id = current_app_user()
    AND q.organization_id = current_organization() AND (SELECT speaks_for_hiring())
$$;

-- The student is told.
ALTER TYPE "NotificationKind" ADD VALUE 'CONTACTED';
ALTER TABLE notifications
  DROP CONSTRAINT notifications_run_check,
  DROP CONSTRAINT notifications_announcement_check,
  ADD CONSTRAINT notifications_run_check CHECK ((kind::text IN ('DUE_SOON', 'ANNOUNCED', 'CONTACTED')) = (run_id IS NULL)),
  ADD CONSTRAINT notifications_announcement_check CHECK (
    (kind::text = 'ANNOUNCED') = (announcement_id IS NOT NULL)
    AND (kind::text IN ('ANNOUNCED', 'CONTACTED')) = (assignment_id IS NULL));

CREATE FUNCTION notify_contacted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind)
    SELECT c.organization_id, c.student_id, 'CONTACTED' FROM candidate_projections c WHERE c.portfolio_id = NEW.portfolio_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notify_contacted AFTER INSERT ON contact_requests FOR EACH ROW EXECUTE FUNCTION notify_contacted();

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['refresh_candidate(uuid)', 'follow_portfolio()', 'follow_portfolio_items()', 'follow_result()',
    'follow_membership()', 'notify_contacted()', 'speaks_for_hiring()', 'candidate_cards(uuid[])', 'candidate_place(uuid)',
    'search_candidates(text, double precision, text, double precision, text, double precision, timestamptz, text, timestamptz, uuid, int)',
    'candidate_projects()', 'contact_requests_to_viewer()', 'answer_contact_request(uuid, boolean, timestamptz)', 'contact_address(uuid)']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION candidate_cards(uuid[]), candidate_place(uuid), candidate_projects(), contact_requests_to_viewer(),
  answer_contact_request(uuid, boolean, timestamptz), contact_address(uuid),
  search_candidates(text, double precision, text, double precision, text, double precision, timestamptz, text, timestamptz, uuid, int)
  TO holdout_api;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
