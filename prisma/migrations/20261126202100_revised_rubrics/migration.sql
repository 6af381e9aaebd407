-- A rubric that is changed after work was scored under it: a later version, and scores made anew from what the scorer gave.
ALTER TABLE rubric_versions
  ADD COLUMN reason text CHECK (char_length(reason) BETWEEN 1 AND 1000),
  ADD COLUMN revised_by uuid,
  ADD CONSTRAINT rubric_versions_revision_check CHECK ((version > 1) = (reason IS NOT NULL) AND (version > 1) = (revised_by IS NOT NULL));

-- Whose points changed is told; while grades are held, nobody is.
CREATE OR REPLACE FUNCTION notify_student() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE told_of "NotificationKind"; about uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'runs' THEN told_of := 'GRADED'; about := NEW.id;
    WHEN 'scores' THEN told_of := NEW.cause::text::"NotificationKind"; about := NEW.run_id;
    WHEN 'regrade_requests' THEN told_of := 'ANSWERED'; about := NEW.run_id;
  END CASE;
  IF TG_TABLE_NAME = 'scores' AND about IN (SELECT held_runs()) THEN RETURN NULL; END IF;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, r.student_id, told_of, v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = about;
  RETURN NULL;
END $$;
DROP TRIGGER notify_student ON scores;
CREATE TRIGGER notify_student AFTER INSERT ON scores FOR EACH ROW WHEN (NEW.cause IN ('REVIEWED', 'REVISED'))
  EXECUTE FUNCTION notify_student();
