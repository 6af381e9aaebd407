-- An admin looks at the pages as a student of the organization sees them, for a while and with a reason. It holds for one session
-- of the admin, and only reads.
CREATE TABLE impersonations (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  admin_id uuid NOT NULL REFERENCES users (id),
  student_id uuid NOT NULL REFERENCES users (id),
  session_id text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  started_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at > started_at),
  ended_at timestamptz(3),
  CHECK (admin_id <> student_id)
);
CREATE INDEX impersonations_organization_id_student_id_started_at_idx ON impersonations (organization_id, student_id, started_at DESC);
-- One at a time.
CREATE UNIQUE INDEX impersonations_session_id_key ON impersonations (session_id) WHERE ended_at IS NULL;

ALTER TABLE impersonations ENABLE ROW LEVEL SECURITY;
ALTER TABLE impersonations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON impersonations USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
GRANT SELECT, INSERT, UPDATE (ended_at) ON impersonations TO holdout_api;

-- The student is told.
ALTER TYPE "NotificationKind" ADD VALUE 'IMPERSONATED';
ALTER TABLE notifications
  DROP CONSTRAINT notifications_run_check,
  DROP CONSTRAINT notifications_announcement_check,
  ADD CONSTRAINT notifications_run_check
    CHECK ((kind::text IN ('DUE_SOON', 'ANNOUNCED', 'CONTACTED', 'IMPERSONATED')) = (run_id IS NULL)),
  ADD CONSTRAINT notifications_announcement_check CHECK (
    (kind::text = 'ANNOUNCED') = (announcement_id IS NOT NULL)
    AND (kind::text IN ('ANNOUNCED', 'CONTACTED', 'IMPERSONATED')) = (assignment_id IS NULL));

CREATE FUNCTION notify_impersonated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind) VALUES (NEW.organization_id, NEW.student_id, 'IMPERSONATED');
  RETURN NULL;
END $$;
CREATE TRIGGER notify_impersonated AFTER INSERT ON impersonations FOR EACH ROW EXECUTE FUNCTION notify_impersonated();

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION notify_impersonated() FROM PUBLIC;
ALTER FUNCTION notify_impersonated() OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
