-- Grades that go back to learning platforms. One row for each student of a link: what was sent last, and whether there is anything
-- to send. Triggers say when; the worker finds out what, by the same computation as the gradebook, and tries until it is taken.
CREATE TABLE lti_passbacks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id),
  link_id uuid NOT NULL REFERENCES lti_links (id),
  student_id uuid NOT NULL REFERENCES users (id),
  -- Null while there is nothing to send.
  due_at timestamptz(3),
  -- How often it was asked for: what comes while the worker is at it is done once more.
  requests int NOT NULL DEFAULT 1,
  sent_points double precision,
  is_sent_provisional boolean,
  sent_at timestamptz(3),
  -- Since the last success.
  failures int NOT NULL DEFAULT 0,
  last_failure text,
  UNIQUE (link_id, student_id)
);
CREATE INDEX lti_passbacks_due_at_idx ON lti_passbacks (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX lti_passbacks_organization_id_student_id_idx ON lti_passbacks (organization_id, student_id);

ALTER TABLE lti_passbacks ENABLE ROW LEVEL SECURITY;
ALTER TABLE lti_passbacks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lti_passbacks USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON lti_passbacks TO holdout_system USING (true) WITH CHECK (true);
CREATE POLICY system ON lti_links FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON lti_accounts FOR SELECT TO holdout_system USING (true);
GRANT SELECT, DELETE ON lti_passbacks TO holdout_api;
GRANT UPDATE (due_at, requests, sent_points) ON lti_passbacks TO holdout_api;
GRANT SELECT ON lti_keys, lti_platforms, lti_links, lti_accounts, lti_passbacks TO holdout_worker;
GRANT UPDATE (due_at, sent_points, is_sent_provisional, sent_at, failures, last_failure) ON lti_passbacks TO holdout_worker;
GRANT SELECT, INSERT, UPDATE ON lti_passbacks TO holdout_system;
GRANT SELECT ON lti_links, lti_accounts TO holdout_system;

-- Null stands for any.
CREATE FUNCTION queue_passbacks(p_organization uuid, p_link uuid, p_assignment uuid, p_cohort uuid, p_student uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO lti_passbacks AS passback (organization_id, link_id, student_id, due_at)
  SELECT l.organization_id, l.id, a.user_id, CURRENT_TIMESTAMP
  FROM lti_links l
  JOIN lti_accounts a ON a.platform_id = l.platform_id
  JOIN enrollments e ON e.cohort_id = l.cohort_id AND e.user_id = a.user_id AND e.withdrawn_at IS NULL
  WHERE l.organization_id = p_organization AND l.line_item_url IS NOT NULL
    AND (p_link IS NULL OR l.id = p_link) AND (p_assignment IS NULL OR l.assignment_id = p_assignment)
    AND (p_cohort IS NULL OR l.cohort_id = p_cohort) AND (p_student IS NULL OR a.user_id = p_student)
  ON CONFLICT (link_id, student_id) DO UPDATE
    SET due_at = CURRENT_TIMESTAMP, requests = passback.requests + 1
$$;

CREATE FUNCTION leave_passbacks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'scores', 'runs' THEN
      -- Of a team's work, everybody in it.
      PERFORM queue_passbacks(r.organization_id, NULL, v.assignment_id, NULL, s.student)
        FROM runs r
        JOIN assignment_versions v ON v.id = r.assignment_version_id
        CROSS JOIN LATERAL students_of_run(r) AS s(student)
        WHERE r.id = coalesce((to_jsonb(NEW) ->> 'run_id')::uuid, NEW.id) AND r.kind <> 'PRACTICE';
    WHEN 'team_members' THEN
      PERFORM queue_passbacks(NEW.organization_id, NULL, NEW.assignment_id, NULL, NEW.user_id);
    WHEN 'cohort_assignments' THEN
      PERFORM queue_passbacks(NEW.organization_id, NULL, NEW.assignment_id, NEW.cohort_id, NULL);
    WHEN 'lti_links' THEN PERFORM queue_passbacks(NEW.organization_id, NEW.id, NULL, NULL, NULL);
    WHEN 'lti_accounts', 'enrollments' THEN
      PERFORM queue_passbacks(NEW.organization_id, NULL, NULL, NULL, NEW.user_id);
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER leave_passbacks AFTER INSERT ON scores FOR EACH ROW EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER UPDATE OF is_counted ON runs FOR EACH ROW
  WHEN (OLD.is_counted <> NEW.is_counted) EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER UPDATE OF is_held ON cohort_assignments FOR EACH ROW
  WHEN (OLD.is_held AND NOT NEW.is_held) EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER INSERT ON lti_links FOR EACH ROW EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks_of_changed AFTER UPDATE ON lti_links FOR EACH ROW
  WHEN ((OLD.line_item_url, OLD.cohort_id, OLD.assignment_id)
    IS DISTINCT FROM (NEW.line_item_url, NEW.cohort_id, NEW.assignment_id)) EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER INSERT ON lti_accounts FOR EACH ROW EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER INSERT ON enrollments FOR EACH ROW EXECUTE FUNCTION leave_passbacks();
CREATE TRIGGER leave_passbacks AFTER INSERT ON team_members FOR EACH ROW EXECUTE FUNCTION leave_passbacks();

-- The next that is due, for one worker until the lease ends. Its organization, and nothing of it.
CREATE FUNCTION take_passback(p_lease_seconds int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE lti_passbacks p SET due_at = CURRENT_TIMESTAMP + make_interval(secs => p_lease_seconds)
  WHERE p.id = (SELECT d.id FROM lti_passbacks d WHERE d.due_at <= CURRENT_TIMESTAMP
    ORDER BY d.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING p.id, p.organization_id
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['queue_passbacks(uuid, uuid, uuid, uuid, uuid)', 'leave_passbacks()', 'take_passback(int)']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION take_passback(int) TO holdout_worker;
