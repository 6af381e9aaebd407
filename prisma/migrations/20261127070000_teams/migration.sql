-- Students of a cohort work on an assignment as a team where its version allows that. What one of them hands in counts for all.

CREATE TABLE teams (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  name text NOT NULL CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 40),
  -- Whoever is told it may join, until the team has handed something in.
  join_code text NOT NULL UNIQUE CHECK (join_code ~ '^[A-Z2-7]{12}$'),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- When it first handed something in: from then on only those who teach change who is in it.
  frozen_at timestamptz(3),
  -- How often those who teach changed it: credentials are issued anew for each.
  revision int NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX teams_name_key ON teams (assignment_id, lower(name));
CREATE INDEX teams_cohort_id_assignment_id_idx ON teams (cohort_id, assignment_id);
CREATE INDEX teams_organization_id_idx ON teams (organization_id);

CREATE TABLE team_members (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  team_id uuid NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  user_id uuid NOT NULL,
  joined_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (team_id, user_id)
);
-- One team at a time, for each assignment.
CREATE UNIQUE INDEX team_members_user_id_assignment_id_key ON team_members (user_id, assignment_id);
CREATE INDEX team_members_organization_id_idx ON team_members (organization_id);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['teams', 'team_members'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
    EXECUTE format('CREATE POLICY system ON %I FOR SELECT TO holdout_system USING (true)', tenant_table);
    EXECUTE format('GRANT SELECT ON %I TO holdout_api, holdout_worker, holdout_system', tenant_table);
    EXECUTE format('GRANT INSERT, DELETE ON %I TO holdout_api', tenant_table);
  END LOOP;
END $$;
GRANT UPDATE (frozen_at, revision) ON teams TO holdout_api;

CREATE FUNCTION refuse_change_of_frozen_team() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF sees_held_grades() OR NOT EXISTS (
      SELECT 1 FROM teams t WHERE t.id = CASE TG_OP WHEN 'INSERT' THEN NEW.team_id ELSE OLD.team_id END AND t.frozen_at IS NOT NULL) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'the team has handed in: only those who teach change who is in it' USING ERRCODE = 'HD001';
END $$;
REVOKE EXECUTE ON FUNCTION refuse_change_of_frozen_team() FROM PUBLIC;
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON team_members FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_team();

-- ── whose work it is ──

ALTER TABLE submissions ADD COLUMN team_id uuid REFERENCES teams (id);
ALTER TABLE runs ADD COLUMN team_id uuid REFERENCES teams (id);
CREATE INDEX submissions_team_id_idx ON submissions (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX runs_team_id_queued_at_idx ON runs (team_id, queued_at DESC) WHERE team_id IS NOT NULL;

-- A run is the team's if what it executes is. A reproduction is whoever's asked for it.
CREATE FUNCTION inherit_team() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.kind <> 'REPRODUCTION' THEN
    NEW.team_id := (SELECT s.team_id FROM submissions s WHERE s.id = NEW.submission_id);
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION inherit_team() FROM PUBLIC;
CREATE TRIGGER inherit_team BEFORE INSERT ON runs FOR EACH ROW EXECUTE FUNCTION inherit_team();

-- Those for whom a run counts: the members of its team, else the student who handed it in.
CREATE FUNCTION students_of_run(p_run runs) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT p_run.student_id WHERE p_run.team_id IS NULL
  UNION ALL
  SELECT m.user_id FROM team_members m WHERE m.team_id = p_run.team_id
$$;
REVOKE EXECUTE ON FUNCTION students_of_run(runs) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION students_of_run(runs) TO holdout_system;

-- ── boards: a team is one entry ──

ALTER TABLE leaderboard_entries ADD COLUMN team_id uuid;
ALTER TABLE leaderboard_entries DROP CONSTRAINT leaderboard_entries_assignment_version_id_split_student_id_key;
CREATE UNIQUE INDEX leaderboard_entries_holder_key ON leaderboard_entries (assignment_version_id, split, coalesce(team_id, student_id));
CREATE INDEX leaderboard_entries_assignment_version_id_student_id_idx ON leaderboard_entries (assignment_version_id, student_id);
CREATE INDEX leaderboard_entries_team_id_idx ON leaderboard_entries (team_id) WHERE team_id IS NOT NULL;

CREATE OR REPLACE FUNCTION enter_score(p_score scores) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO leaderboard_entries AS entry
    (organization_id, assignment_version_id, split, student_id, team_id, run_id, score_id, value, low, high)
  SELECT p_score.organization_id, r.assignment_version_id, p_score.split, r.student_id, r.team_id, r.id, p_score.id, p_score.value,
    p_score.low, p_score.high
  FROM runs r
  WHERE r.id = p_score.run_id
    AND ((r.kind = 'PRACTICE' AND p_score.split = 'PUBLIC_TEST' AND (p_score.ladder ->> 'isReleased')::boolean)
      OR (r.is_counted AND p_score.split = 'PRIVATE_TEST'))
  ON CONFLICT (assignment_version_id, split, coalesce(team_id, student_id)) DO UPDATE
    SET student_id = excluded.student_id, run_id = excluded.run_id, score_id = excluded.score_id, value = excluded.value,
      low = excluded.low, high = excluded.high, updated_at = now()
    WHERE excluded.value > entry.value OR excluded.run_id = entry.run_id
$$;

-- ── a re-run takes the work of a team once ──

ALTER TABLE rerun_works DROP CONSTRAINT rerun_works_rerun_id_student_id_key, ADD UNIQUE (rerun_id, original_run_id);

-- ── everyone in it is told ──

CREATE OR REPLACE FUNCTION notify_student() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE told_of "NotificationKind"; about uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'runs' THEN told_of := 'GRADED'; about := NEW.id;
    WHEN 'scores' THEN
      told_of := NEW.cause::text::"NotificationKind";
      about := NEW.run_id;
      IF NEW.cause = 'REVISED' AND NOT changes_a_result(NEW.run_id, NEW.id, NEW.value, NEW.is_passed, NEW.is_provisional) THEN
        RETURN NULL;
      END IF;
    WHEN 'regrade_requests' THEN told_of := 'ANSWERED'; about := NEW.run_id;
  END CASE;
  IF TG_TABLE_NAME = 'scores' AND about IN (SELECT held_runs()) THEN RETURN NULL; END IF;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, student, told_of, v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id CROSS JOIN LATERAL students_of_run(r) AS student
    WHERE r.id = about;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tell_of_rerun() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before scores; after scores;
BEGIN
  SELECT * INTO before FROM scores s WHERE s.run_id = NEW.original_run_id ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  SELECT * INTO after FROM scores s WHERE s.run_id = NEW.run_id ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  IF after.id IS NULL OR NEW.run_id IN (SELECT held_runs()) OR (abs(after.value - before.value) < 1e-6
      AND (after.is_passed, after.is_provisional) = (before.is_passed, before.is_provisional)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, student, 'RERUN', v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id CROSS JOIN LATERAL students_of_run(r) AS student
    WHERE r.id = NEW.run_id;
  RETURN NULL;
END $$;

-- Released grades are told once for each student, by their newest certification; credentials that waited are settled.
CREATE OR REPLACE FUNCTION release_grades() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT DISTINCT ON (e.user_id) r.organization_id, e.user_id, 'RELEASED', NEW.assignment_id, r.id
    FROM enrollments e
    LEFT JOIN team_members m ON m.user_id = e.user_id AND m.assignment_id = NEW.assignment_id
    JOIN assignment_versions v ON v.assignment_id = NEW.assignment_id
    JOIN runs r ON r.assignment_version_id = v.id AND (r.team_id = m.team_id OR (r.student_id = e.user_id AND r.team_id IS NULL))
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.is_counted AND r.outcome = 'SCORED'
    ORDER BY e.user_id, r.finished_at DESC, r.id;
  INSERT INTO credential_tasks (organization_id, kind, subject_id)
    SELECT DISTINCT r.organization_id, 'SETTLE'::"CredentialTaskKind", r.submission_id
    FROM enrollments e
    LEFT JOIN team_members m ON m.user_id = e.user_id AND m.assignment_id = NEW.assignment_id
    JOIN assignment_versions v ON v.assignment_id = NEW.assignment_id
    JOIN runs r ON r.assignment_version_id = v.id AND (r.team_id = m.team_id OR r.student_id = e.user_id)
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
    ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP;
  RETURN NULL;
END $$;

-- A team's results are held with those of its cohort, also where who handed them in has left it.
CREATE OR REPLACE FUNCTION held_runs() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM cohort_assignments o
  JOIN enrollments e ON e.cohort_id = o.cohort_id AND e.withdrawn_at IS NULL
  JOIN assignment_versions v ON v.assignment_id = o.assignment_id
  JOIN runs r ON r.assignment_version_id = v.id AND r.student_id = e.user_id
  WHERE o.is_held AND o.organization_id = current_organization() AND (
    r.kind IN ('CERTIFICATION', 'REGRADE') OR (r.kind = 'REPRODUCTION' AND EXISTS (
      SELECT 1 FROM reproductions p JOIN runs original ON original.id = p.original_run_id
      WHERE p.run_id = r.id AND original.kind <> 'PRACTICE')))
  UNION ALL
  SELECT r.id FROM cohort_assignments o
  JOIN teams t ON t.cohort_id = o.cohort_id AND t.assignment_id = o.assignment_id
  JOIN runs r ON r.team_id = t.id
  WHERE o.is_held AND o.organization_id = current_organization() AND r.kind IN ('CERTIFICATION', 'REGRADE')
  UNION ALL
  SELECT w.run_id FROM rerun_works w
  WHERE w.organization_id = current_organization() AND w.committed_at IS NULL AND w.run_id IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION leave_due_soon(p_now timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH told AS (
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'DUE_SOON', o.assignment_id
    FROM cohort_assignments o
    JOIN cohorts c ON c.id = o.cohort_id AND c.archived_at IS NULL
    JOIN enrollments e ON e.cohort_id = c.id AND e.withdrawn_at IS NULL
    LEFT JOIN team_members own ON own.user_id = e.user_id AND own.assignment_id = o.assignment_id
    -- One member's extension is the team's.
    CROSS JOIN LATERAL (
      SELECT max(x.due_at) AS due_at FROM enrollments mate JOIN extensions x ON x.enrollment_id = mate.id AND x.assignment_id = o.assignment_id
      WHERE mate.cohort_id = c.id AND (mate.id = e.id OR mate.user_id IN (SELECT m.user_id FROM team_members m WHERE m.team_id = own.team_id))
    ) x
    WHERE o.due_at IS NOT NULL
      AND greatest(o.due_at, x.due_at) > p_now AND greatest(o.due_at, x.due_at) <= p_now + interval '24 hours'
      AND NOT EXISTS (
        SELECT 1 FROM enrollments newer JOIN cohorts n ON n.id = newer.cohort_id
        WHERE newer.user_id = e.user_id AND n.track_id = c.track_id AND n.archived_at IS NULL
          AND newer.withdrawn_at IS NULL AND newer.created_at > e.created_at)
      AND NOT EXISTS (
        SELECT 1 FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
        WHERE (r.student_id = e.user_id OR r.team_id = own.team_id) AND v.assignment_id = o.assignment_id AND r.kind = 'CERTIFICATION'
          AND (r.outcome IS NULL OR r.outcome = 'SCORED'))
    ON CONFLICT (user_id, assignment_id) WHERE kind = 'DUE_SOON' DO NOTHING
    RETURNING 1)
  SELECT count(*)::int FROM told
$$;
