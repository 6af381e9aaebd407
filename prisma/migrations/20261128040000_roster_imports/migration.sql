-- Imports of rosters are on record with what each row did, so that a wrong one can be taken back as a whole.
CREATE TYPE "RosterSource" AS ENUM ('FILE', 'LMS');
CREATE TYPE "RosterChange" AS ENUM ('INVITED', 'POINTED', 'ENROLLED', 'NONE');
CREATE TYPE "RosterUndo" AS ENUM ('WITHDRAWN', 'LED_BACK', 'TAKEN_OUT', 'ROLE_TAKEN', 'JOINED', 'WORKED', 'LISTED_AGAIN', 'CHANGED', 'YOURSELF');

CREATE TABLE roster_imports (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  source "RosterSource" NOT NULL,
  -- Of the file, or of the course in the LMS.
  name text NOT NULL,
  imported_by_id uuid NOT NULL,
  invited int NOT NULL,
  placed int NOT NULL,
  unchanged int NOT NULL,
  refused int NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- Its rows are kept no longer: it cannot be undone any more.
  forgotten_at timestamptz(3),
  undone_at timestamptz(3),
  undone_by_id uuid,
  undo_reason text,
  CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
);
CREATE INDEX roster_imports_newest ON roster_imports (organization_id, created_at DESC, id DESC);

-- What a row asked for and what came of it; those that were refused are missing. No address stands here.
CREATE TABLE roster_rows (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  import_id uuid NOT NULL REFERENCES roster_imports (id) ON DELETE CASCADE,
  line int NOT NULL,
  role "Role" NOT NULL,
  cohort_id uuid REFERENCES cohorts (id),
  change "RosterChange" NOT NULL,
  -- The one that was made, led elsewhere, or found.
  invitation_id uuid REFERENCES invitations (id),
  -- Who was in the organization already, in whatever role.
  user_id uuid,
  -- Where a POINTED invitation led before.
  cohort_before_id uuid REFERENCES cohorts (id),
  -- What became of the row when the import was undone.
  undo "RosterUndo",
  PRIMARY KEY (import_id, line)
);
CREATE INDEX roster_rows_invitation ON roster_rows (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX roster_rows_user ON roster_rows (organization_id, user_id) WHERE user_id IS NOT NULL;

-- What an invitation gave when it was accepted, as far as its person did not have it: null where they had, or where nobody kept it.
ALTER TABLE invitations
  ADD COLUMN accepted_at timestamptz(3),
  ADD COLUMN accepted_by_id uuid,
  ADD COLUMN gave_membership_id uuid,
  ADD COLUMN gave_enrollment_id uuid;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['roster_imports', 'roster_rows'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON roster_imports, roster_rows TO holdout_api;
GRANT UPDATE (forgotten_at, undone_at, undone_by_id, undo_reason) ON roster_imports TO holdout_api;
GRANT UPDATE (undo), DELETE ON roster_rows TO holdout_api;

-- A plan that was made for one letter would compare each of ten thousand with each.
ALTER FUNCTION leave_invitation_letters(uuid[], bytea[], int, int, int) SET plan_cache_mode = force_custom_plan;
