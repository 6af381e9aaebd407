-- What a student should hear of. Triggers write it in the transaction of the event itself, whichever process that is, so
-- that nothing is told that did not happen and nothing that happened is forgotten.

CREATE TYPE "NotificationKind" AS ENUM ('GRADED', 'REVIEWED', 'ANSWERED', 'DUE_SOON');

CREATE TABLE notifications (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id),
  user_id uuid NOT NULL,
  kind "NotificationKind" NOT NULL,
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  run_id uuid REFERENCES runs (id),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_at timestamptz(3),
  CHECK ((kind = 'DUE_SOON') = (run_id IS NULL))
);
CREATE INDEX notifications_newest ON notifications (organization_id, user_id, created_at DESC, id DESC);
CREATE INDEX notifications_unread ON notifications (organization_id, user_id) WHERE read_at IS NULL;
CREATE INDEX notifications_run_id_idx ON notifications (run_id);
-- Once, whatever happens to the date afterwards.
CREATE UNIQUE INDEX notifications_due_once ON notifications (user_id, assignment_id) WHERE kind = 'DUE_SOON';

-- The kinds that a person wants by e-mail as well. None unless they say so.
CREATE TABLE notification_mails (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  user_id uuid NOT NULL,
  kind "NotificationKind" NOT NULL,
  PRIMARY KEY (organization_id, user_id, kind)
);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['notifications', 'notification_mails'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
    EXECUTE format('CREATE POLICY system ON %I TO holdout_system USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;
GRANT SELECT ON notifications TO holdout_api, holdout_worker;
GRANT UPDATE (read_at) ON notifications TO holdout_api;
GRANT SELECT, INSERT, DELETE ON notification_mails TO holdout_api;
GRANT SELECT, INSERT ON notifications TO holdout_system;
GRANT SELECT ON notification_mails TO holdout_system;

-- Mail about a notification says nothing that its table does not.
ALTER TABLE outgoing_mail
  ADD COLUMN notification_id uuid REFERENCES notifications (id) ON DELETE CASCADE,
  DROP CONSTRAINT outgoing_mail_kind_check,
  ADD CONSTRAINT outgoing_mail_kind_check CHECK (kind IN ('PASSWORD_RESET', 'PASSWORD_CHANGED', 'NOTIFICATION')),
  ADD CONSTRAINT outgoing_mail_notification_check CHECK ((kind = 'NOTIFICATION') = (notification_id IS NOT NULL));
GRANT INSERT ON outgoing_mail TO holdout_system;

-- Told to whoever listens, and by mail to whoever wants that.
CREATE FUNCTION tell_of_notification() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('holdout_notification',
    json_build_object('organizationId', NEW.organization_id, 'userId', NEW.user_id)::text);
  IF TG_OP = 'INSERT' THEN
    INSERT INTO outgoing_mail (kind, recipient_id, notification_id, expires_at)
      SELECT 'NOTIFICATION', NEW.user_id, NEW.id, CURRENT_TIMESTAMP + interval '1 day'
      FROM notification_mails w
      WHERE w.organization_id = NEW.organization_id AND w.user_id = NEW.user_id AND w.kind = NEW.kind;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION notify_student() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE told_of "NotificationKind"; about uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'runs' THEN told_of := 'GRADED'; about := NEW.id;
    WHEN 'scores' THEN told_of := 'REVIEWED'; about := NEW.run_id;
    WHEN 'regrade_requests' THEN told_of := 'ANSWERED'; about := NEW.run_id;
  END CASE;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, r.student_id, told_of, v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = about;
  RETURN NULL;
END $$;

-- What a student handed in and did not take back themselves. Reproductions and regrades are other people's.
CREATE TRIGGER notify_student AFTER UPDATE OF status ON runs FOR EACH ROW
  WHEN (NEW.status = 'FINISHED' AND OLD.status <> 'FINISHED' AND NEW.outcome <> 'CANCELLED'
    AND NEW.kind IN ('PRACTICE', 'CERTIFICATION'))
  EXECUTE FUNCTION notify_student();
-- A review that is held back makes no score before it is released.
CREATE TRIGGER notify_student AFTER INSERT ON scores FOR EACH ROW WHEN (NEW.cause = 'REVIEWED')
  EXECUTE FUNCTION notify_student();
CREATE TRIGGER notify_student AFTER UPDATE ON regrade_requests FOR EACH ROW
  WHEN (jsonb_array_length(NEW.thread) > jsonb_array_length(OLD.thread)
    AND NEW.thread -> -1 ->> 'authorId' <> NEW.student_id::text)
  EXECUTE FUNCTION notify_student();
CREATE TRIGGER tell AFTER INSERT OR UPDATE OF read_at ON notifications
  FOR EACH ROW EXECUTE FUNCTION tell_of_notification();

GRANT SELECT ON cohorts, enrollments, cohort_assignments, extensions TO holdout_system;
CREATE POLICY system ON cohorts FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON enrollments FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON cohort_assignments FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON extensions FOR SELECT TO holdout_system USING (true);

-- Tells students of what is due for them within a day and is not handed in to count; answers how many were told. A later
-- extension counts, as in libs/domain, and so does the newest enrollment in a track.
CREATE FUNCTION leave_due_soon(p_now timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH told AS (
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'DUE_SOON', o.assignment_id
    FROM cohort_assignments o
    JOIN cohorts c ON c.id = o.cohort_id AND c.archived_at IS NULL
    JOIN enrollments e ON e.cohort_id = c.id AND e.withdrawn_at IS NULL
    LEFT JOIN extensions x ON x.enrollment_id = e.id AND x.assignment_id = o.assignment_id
    WHERE o.due_at IS NOT NULL
      AND greatest(o.due_at, x.due_at) > p_now AND greatest(o.due_at, x.due_at) <= p_now + interval '24 hours'
      AND NOT EXISTS (
        SELECT 1 FROM enrollments newer JOIN cohorts n ON n.id = newer.cohort_id
        WHERE newer.user_id = e.user_id AND n.track_id = c.track_id AND n.archived_at IS NULL
          AND newer.withdrawn_at IS NULL AND newer.created_at > e.created_at)
      AND NOT EXISTS (
        SELECT 1 FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
        WHERE r.student_id = e.user_id AND v.assignment_id = o.assignment_id AND r.kind = 'CERTIFICATION'
          AND (r.outcome IS NULL OR r.outcome = 'SCORED'))
    ON CONFLICT (user_id, assignment_id) WHERE kind = 'DUE_SOON' DO NOTHING
    RETURNING 1)
  SELECT count(*)::int FROM told
$$;

-- The address and name of a person who is to get a mail; for mail about a notification also where it belongs.
DROP FUNCTION mail_recipient(uuid);
CREATE FUNCTION mail_recipient(p_mail_id uuid) RETURNS TABLE (address text, name text, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.email, u.name, n.organization_id
  FROM outgoing_mail m JOIN auth."user" u ON u.id = m.recipient_id
  LEFT JOIN notifications n ON n.id = m.notification_id
  WHERE m.id = p_mail_id AND m.given_up_at IS NULL
    -- Whoever left hears nothing more of an organization.
    AND (n.id IS NULL OR EXISTS (
      SELECT 1 FROM memberships s WHERE s.user_id = u.id AND s.organization_id = n.organization_id))
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['tell_of_notification()', 'notify_student()', 'leave_due_soon(timestamptz)', 'mail_recipient(uuid)']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION leave_due_soon(timestamptz), mail_recipient(uuid) TO holdout_worker;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
