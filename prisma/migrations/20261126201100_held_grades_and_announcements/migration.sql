-- Grades that are held until an instructor releases them, and what an instructor tells a cohort.

-- While it is held, students learn nothing that certifications of the assignment brought.
ALTER TABLE cohort_assignments ADD COLUMN is_held boolean NOT NULL DEFAULT false;
GRANT SELECT ON reproductions TO holdout_system;

-- Runs of the organization whose results are held: those that count, and repetitions of them.
CREATE FUNCTION held_runs() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM cohort_assignments o
  JOIN enrollments e ON e.cohort_id = o.cohort_id AND e.withdrawn_at IS NULL
  JOIN assignment_versions v ON v.assignment_id = o.assignment_id
  JOIN runs r ON r.assignment_version_id = v.id AND r.student_id = e.user_id
  WHERE o.is_held AND o.organization_id = current_organization() AND (
    r.kind IN ('CERTIFICATION', 'REGRADE') OR (r.kind = 'REPRODUCTION' AND EXISTS (
      SELECT 1 FROM reproductions p JOIN runs original ON original.id = p.original_run_id
      WHERE p.run_id = r.id AND original.kind <> 'PRACTICE')))
$$;

-- Whoever teaches sees them. Without a person, as for those who verify a receipt, nobody does.
CREATE FUNCTION sees_held_grades() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM memberships m
    WHERE m.organization_id = current_organization() AND m.user_id = current_app_user()
      AND m.role IN ('TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'))
$$;

-- In the database, so that no page, board, file, subscription or command can tell: the API reads no such row for a student.
-- Both sub-selects are evaluated once per statement, the second only if it is needed.
DO $$
DECLARE held_table text;
BEGIN
  FOREACH held_table IN ARRAY ARRAY['scores', 'metric_values', 'receipts', 'leaderboard_entries', 'manual_grades', 'review_comments']
  LOOP
    EXECUTE format('CREATE POLICY held ON %I AS RESTRICTIVE FOR SELECT TO holdout_api '
      'USING ((SELECT sees_held_grades()) OR run_id NOT IN (SELECT held_runs()))', held_table);
  END LOOP;
END $$;
CREATE POLICY held ON reproductions AS RESTRICTIVE FOR SELECT TO holdout_api
  USING ((SELECT sees_held_grades()) OR original_run_id NOT IN (SELECT held_runs()));

CREATE TABLE announcements (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  author_id uuid NOT NULL,
  title text NOT NULL CHECK (title = btrim(title) AND char_length(title) BETWEEN 1 AND 120),
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 5000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX announcements_cohort_id_created_at_idx ON announcements (cohort_id, created_at DESC, id DESC);
CREATE INDEX announcements_organization_id_idx ON announcements (organization_id);
ALTER TABLE announcements ENABLE ROW LEVEL SECURITY;
ALTER TABLE announcements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON announcements USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON announcements FOR SELECT TO holdout_system USING (true);
GRANT SELECT, INSERT ON announcements TO holdout_api;
GRANT SELECT ON announcements TO holdout_worker, holdout_system;

ALTER TABLE notifications
  ALTER COLUMN assignment_id DROP NOT NULL,
  ADD COLUMN announcement_id uuid REFERENCES announcements (id),
  DROP CONSTRAINT notifications_check,
  ADD CONSTRAINT notifications_run_check CHECK ((kind IN ('DUE_SOON', 'ANNOUNCED')) = (run_id IS NULL)),
  ADD CONSTRAINT notifications_announcement_check CHECK (
    (kind = 'ANNOUNCED') = (announcement_id IS NOT NULL) AND (kind = 'ANNOUNCED') = (assignment_id IS NULL));
CREATE INDEX notifications_announcement_id_idx ON notifications (announcement_id);

-- A review that is held, or of grades that are, tells nobody.
CREATE OR REPLACE FUNCTION notify_student() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE told_of "NotificationKind"; about uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'runs' THEN told_of := 'GRADED'; about := NEW.id;
    WHEN 'scores' THEN told_of := 'REVIEWED'; about := NEW.run_id;
    WHEN 'regrade_requests' THEN told_of := 'ANSWERED'; about := NEW.run_id;
  END CASE;
  IF told_of = 'REVIEWED' AND about IN (SELECT held_runs()) THEN RETURN NULL; END IF;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, r.student_id, told_of, v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = about;
  RETURN NULL;
END $$;

-- Released grades are told once for each student, by their newest certification; credentials that waited are settled.
CREATE FUNCTION release_grades() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT DISTINCT ON (r.student_id) r.organization_id, r.student_id, 'RELEASED', NEW.assignment_id, r.id
    FROM enrollments e
    JOIN runs r ON r.student_id = e.user_id
    JOIN assignment_versions v ON v.id = r.assignment_version_id AND v.assignment_id = NEW.assignment_id
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
    ORDER BY r.student_id, r.finished_at DESC, r.id;
  INSERT INTO credential_tasks (organization_id, kind, subject_id)
    SELECT DISTINCT r.organization_id, 'SETTLE'::"CredentialTaskKind", r.submission_id
    FROM enrollments e
    JOIN runs r ON r.student_id = e.user_id
    JOIN assignment_versions v ON v.id = r.assignment_version_id AND v.assignment_id = NEW.assignment_id
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
    ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP;
  RETURN NULL;
END $$;
CREATE TRIGGER release_grades AFTER UPDATE OF is_held ON cohort_assignments FOR EACH ROW
  WHEN (OLD.is_held AND NOT NEW.is_held) EXECUTE FUNCTION release_grades();

CREATE FUNCTION tell_of_announcement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind, announcement_id)
    SELECT NEW.organization_id, e.user_id, 'ANNOUNCED', NEW.id
    FROM enrollments e WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_announcement AFTER INSERT ON announcements FOR EACH ROW EXECUTE FUNCTION tell_of_announcement();

GRANT INSERT, UPDATE (due_at) ON credential_tasks TO holdout_system;
DROP POLICY system ON credential_tasks;
CREATE POLICY system ON credential_tasks TO holdout_system USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['held_runs()', 'release_grades()', 'tell_of_announcement()', 'notify_student()']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
REVOKE EXECUTE ON FUNCTION sees_held_grades() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_runs() TO holdout_api, holdout_worker;
GRANT EXECUTE ON FUNCTION sees_held_grades() TO holdout_api;
