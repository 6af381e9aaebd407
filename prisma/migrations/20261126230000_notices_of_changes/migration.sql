-- A change of a rubric makes scores anew for everyone; only those whose result it changes are told of it.

-- Whether a score changes what a student was told: the run is finished, and the score before it said something else. Scores are
-- read in the organization that is acted in: there is no policy for all of them. Scores can be read since the search of candidates.
CREATE FUNCTION changes_a_result(p_run uuid, p_score uuid, p_value float8, p_is_passed boolean, p_is_provisional boolean) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM runs r WHERE r.id = p_run AND r.status = 'FINISHED') AND coalesce((
    SELECT (s.value, s.is_passed, s.is_provisional) IS DISTINCT FROM (p_value, p_is_passed, p_is_provisional)
    FROM scores s WHERE s.run_id = p_run AND s.id <> p_score ORDER BY s.created_at DESC, s.id DESC LIMIT 1), true)
$$;
REVOKE EXECUTE ON FUNCTION changes_a_result(uuid, uuid, float8, boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changes_a_result(uuid, uuid, float8, boolean, boolean) TO holdout_system;

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
    SELECT r.organization_id, r.student_id, told_of, v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = about;
  RETURN NULL;
END $$;
