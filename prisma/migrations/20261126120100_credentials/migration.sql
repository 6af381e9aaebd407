-- Receipts are signed, passes become credentials, and what was revoked is listed. The worker does all of it: only it can
-- open an issuer's private key. Whoever appends a score, revokes or asks for a new key leaves a task in the same
-- transaction, so that nothing is forgotten, whichever process it was.

CREATE TYPE "Assurance" AS ENUM ('SELF_DECLARED', 'SUPERVISED', 'INTERVIEWED');
CREATE TYPE "CredentialTaskKind" AS ENUM ('SIGN_RECEIPT', 'SETTLE', 'LIST_STATUS', 'ROTATE_KEY', 'REPLACE_KEY');

ALTER TABLE issuer_keys ADD COLUMN revoked_at timestamptz(3);
CREATE UNIQUE INDEX issuer_keys_signing ON issuer_keys (organization_id) WHERE retired_at IS NULL AND revoked_at IS NULL;

-- The file as it is handed out; its bytes and digest never change once it is signed.
ALTER TABLE receipts ADD COLUMN envelope text, ADD COLUMN envelope_digest text;
CREATE UNIQUE INDEX receipts_envelope_digest ON receipts (organization_id, envelope_digest);

-- How sure the organization is who did the work. Appended; the newest counts.
CREATE TABLE assurances (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  submission_id uuid NOT NULL REFERENCES submissions (id),
  level "Assurance" NOT NULL,
  note text NOT NULL,
  assured_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX assurances_of_submission ON assurances (submission_id, created_at DESC);
CREATE INDEX assurances_organization ON assurances (organization_id);

-- Nothing was ever issued before this migration.
DROP TABLE credentials;
CREATE TABLE credentials (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  student_id uuid NOT NULL,
  submission_id uuid REFERENCES submissions (id),
  run_id uuid REFERENCES runs (id),
  stage_id uuid REFERENCES stages (id),
  -- What was passed: "submission …" or "stage … of …". One credential of each is in force at a time.
  pass_key text NOT NULL,
  -- What it was issued from: scores and assurance. Never twice from the same.
  basis text NOT NULL,
  assurance "Assurance" NOT NULL,
  status "CredentialStatus" NOT NULL DEFAULT 'ISSUED',
  status_list int NOT NULL,
  status_index int NOT NULL CHECK (status_index BETWEEN 0 AND 131071),
  key_id uuid NOT NULL REFERENCES issuer_keys (id),
  -- The file as it is handed out.
  document text NOT NULL,
  -- Anyone with the address may fetch it.
  is_shared boolean NOT NULL DEFAULT false,
  issued_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  revoked_at timestamptz(3),
  revoked_reason text,
  replaced_by_id uuid REFERENCES credentials (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((status = 'REVOKED') = (revoked_at IS NOT NULL)),
  CHECK ((submission_id IS NULL) = (run_id IS NULL) AND (submission_id IS NULL) <> (stage_id IS NULL)),
  UNIQUE (organization_id, pass_key, basis),
  UNIQUE (organization_id, status_list, status_index)
);
CREATE UNIQUE INDEX credentials_in_force ON credentials (organization_id, pass_key) WHERE status = 'ISSUED';
CREATE INDEX credentials_of_student ON credentials (organization_id, student_id, issued_at DESC);
CREATE INDEX credentials_of_run ON credentials (run_id);

CREATE TABLE status_lists (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  number int NOT NULL,
  document text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  UNIQUE (organization_id, number)
);

CREATE TABLE credential_tasks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL,
  kind "CredentialTaskKind" NOT NULL,
  -- The receipt, submission or organization it is about.
  subject_id uuid NOT NULL,
  failures int NOT NULL DEFAULT 0,
  due_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (organization_id, kind, subject_id)
);
CREATE INDEX credential_tasks_due ON credential_tasks (due_at);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['assurances', 'credentials', 'status_lists', 'credential_tasks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

-- The API reads and asks; private keys it cannot even read in their sealed form.
REVOKE SELECT ON issuer_keys FROM holdout_api;
GRANT SELECT (id, organization_id, public_key_multibase, active_from, retired_at, revoked_at) ON issuer_keys TO holdout_api;
GRANT SELECT ON assurances, credentials, status_lists, credential_tasks TO holdout_api;
GRANT INSERT ON assurances, credential_tasks TO holdout_api;
GRANT UPDATE (status, revoked_at, revoked_reason, is_shared) ON credentials TO holdout_api;
GRANT UPDATE (due_at) ON credential_tasks TO holdout_api;

GRANT SELECT, INSERT ON issuer_keys, credentials, status_lists TO holdout_worker;
GRANT UPDATE (retired_at, revoked_at) ON issuer_keys TO holdout_worker;
GRANT UPDATE (signature, key_id, envelope, envelope_digest) ON receipts TO holdout_worker;
GRANT UPDATE (status, revoked_at, revoked_reason, replaced_by_id) ON credentials TO holdout_worker;
GRANT UPDATE (document, signed_at) ON status_lists TO holdout_worker;
GRANT SELECT ON assurances TO holdout_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON credential_tasks TO holdout_worker;

CREATE OR REPLACE FUNCTION refuse_change_of_signed_receipt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- A receipt may be signed once, later, and again where its key got into other hands; what it says may not change.
  IF TG_OP = 'UPDATE' AND (OLD.signature IS NULL
      OR EXISTS (SELECT 1 FROM issuer_keys k WHERE k.id = OLD.key_id AND k.revoked_at IS NOT NULL))
    AND NEW.signature IS NOT NULL
    AND NEW.key_id IS NOT NULL AND NEW.envelope IS NOT NULL AND NEW.envelope_digest IS NOT NULL
    AND (NEW.id, NEW.organization_id, NEW.run_id, NEW.statement, NEW.digest, NEW.created_at)
      = (OLD.id, OLD.organization_id, OLD.run_id, OLD.statement, OLD.digest, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'receipts is append-only: % refused', lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

-- A credential is revoked once and for all; what it says never changes.
CREATE FUNCTION refuse_change_of_credential() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'REVOKED' AND (NEW.status, NEW.revoked_at) IS DISTINCT FROM (OLD.status, OLD.revoked_at) THEN
    RAISE EXCEPTION 'credential % is revoked: that cannot be taken back', OLD.id USING ERRCODE = 'HD001';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.organization_id, NEW.student_id, NEW.pass_key, NEW.basis, NEW.status_list, NEW.status_index,
      NEW.key_id, NEW.document, NEW.issued_at)
    = (OLD.id, OLD.organization_id, OLD.student_id, OLD.pass_key, OLD.basis, OLD.status_list, OLD.status_index,
      OLD.key_id, OLD.document, OLD.issued_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'credential % is issued: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON credentials
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_credential();

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON assurances FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A task that is left again while it waits is due at once.
CREATE FUNCTION leave_credential_task() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  task "CredentialTaskKind";
  subject uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'receipts' THEN task := 'SIGN_RECEIPT'; subject := NEW.run_id;
    WHEN 'assurances' THEN task := 'SETTLE'; subject := NEW.submission_id;
    WHEN 'credentials' THEN task := 'LIST_STATUS'; subject := NEW.organization_id;
    WHEN 'scores' THEN
      SELECT 'SETTLE', r.submission_id INTO task, subject FROM runs r
        WHERE r.id = NEW.run_id AND r.kind IN ('CERTIFICATION', 'REGRADE');
  END CASE;
  IF subject IS NOT NULL THEN
    INSERT INTO credential_tasks (organization_id, kind, subject_id) VALUES (NEW.organization_id, task, subject)
      ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER leave_task AFTER INSERT ON receipts FOR EACH ROW EXECUTE FUNCTION leave_credential_task();
CREATE TRIGGER leave_task AFTER INSERT ON scores FOR EACH ROW EXECUTE FUNCTION leave_credential_task();
CREATE TRIGGER leave_task AFTER INSERT ON assurances FOR EACH ROW EXECUTE FUNCTION leave_credential_task();
CREATE TRIGGER leave_task AFTER INSERT OR UPDATE OF status ON credentials
  FOR EACH ROW EXECUTE FUNCTION leave_credential_task();

-- Which organizations have tasks, and nothing of them.
GRANT SELECT ON credential_tasks, status_lists TO holdout_system;
CREATE POLICY system ON credential_tasks FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON status_lists FOR SELECT TO holdout_system USING (true);

CREATE FUNCTION due_credential_tasks(p_limit int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.organization_id FROM credential_tasks t WHERE t.due_at <= CURRENT_TIMESTAMP
  ORDER BY t.due_at, t.created_at LIMIT p_limit
$$;

-- Status lists are signed anew before they grow old.
CREATE FUNCTION ageing_status_lists(p_limit int) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT s.organization_id FROM status_lists s
  WHERE s.signed_at < CURRENT_TIMESTAMP - interval '1 day' LIMIT p_limit
$$;

-- A member's address as a credential may carry it: hashed with a salt of that credential. The worker never sees the address.
GRANT USAGE ON SCHEMA auth TO holdout_system;
GRANT SELECT (id, email) ON auth."user" TO holdout_system;
CREATE FUNCTION hashed_email_of(p_user_id uuid, p_salt text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(lower(u.email) || p_salt, 'UTF8')), 'hex')
  FROM auth."user" u
  WHERE u.id = p_user_id AND EXISTS (
    SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.organization_id = current_organization())
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['due_credential_tasks(int)', 'ageing_status_lists(int)', 'hashed_email_of(uuid, text)']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO holdout_worker', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;

-- What was scored before: the owner may look past the policies only while they are not forced.
ALTER TABLE receipts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE runs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE credential_tasks NO FORCE ROW LEVEL SECURITY;
INSERT INTO credential_tasks (organization_id, kind, subject_id)
  SELECT organization_id, 'SIGN_RECEIPT', run_id FROM receipts WHERE signature IS NULL;
INSERT INTO credential_tasks (organization_id, kind, subject_id)
  SELECT DISTINCT organization_id, 'SETTLE'::"CredentialTaskKind", submission_id FROM runs
  WHERE kind = 'CERTIFICATION' AND outcome = 'SCORED';
ALTER TABLE receipts FORCE ROW LEVEL SECURITY;
ALTER TABLE runs FORCE ROW LEVEL SECURITY;
ALTER TABLE credential_tasks FORCE ROW LEVEL SECURITY;
