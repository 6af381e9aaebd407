-- Students are told when what they were granted for an assignment changes: to them, to a group they are in, or as they join or leave one.
ALTER TYPE "NotificationKind" ADD VALUE 'EXTENDED';
ALTER TABLE notifications
  DROP CONSTRAINT notifications_run_check,
  ADD CONSTRAINT notifications_run_check
    CHECK ((kind::text IN ('DUE_SOON', 'ANNOUNCED', 'CONTACTED', 'IMPERSONATED', 'EXTENDED')) = (run_id IS NULL));

CREATE FUNCTION notify_extended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  IF TG_TABLE_NAME = 'extensions' THEN
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'EXTENDED', changed.assignment_id FROM enrollments e
    WHERE e.id = changed.enrollment_id AND e.withdrawn_at IS NULL;
  ELSIF TG_TABLE_NAME = 'group_extensions' THEN
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'EXTENDED', changed.assignment_id
    FROM cohort_group_members m JOIN enrollments e ON e.id = m.enrollment_id
    WHERE m.group_id = changed.group_id AND e.withdrawn_at IS NULL;
  ELSE
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'EXTENDED', x.assignment_id
    FROM group_extensions x JOIN enrollments e ON e.id = changed.enrollment_id
    WHERE x.group_id = changed.group_id AND e.withdrawn_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notify_extended AFTER INSERT OR UPDATE OR DELETE ON extensions
  FOR EACH ROW EXECUTE FUNCTION notify_extended();
CREATE TRIGGER notify_extended AFTER INSERT OR UPDATE OR DELETE ON group_extensions
  FOR EACH ROW EXECUTE FUNCTION notify_extended();
CREATE TRIGGER notify_extended AFTER INSERT OR DELETE ON cohort_group_members
  FOR EACH ROW EXECUTE FUNCTION notify_extended();

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION notify_extended() FROM PUBLIC;
ALTER FUNCTION notify_extended() OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
