-- Students of a cohort who are granted things together, such as a section with another exam. What is granted is each member's own.
CREATE TABLE cohort_groups (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX cohort_groups_cohort_id_name_key ON cohort_groups (cohort_id, name);
CREATE INDEX cohort_groups_organization_id_idx ON cohort_groups (organization_id);

CREATE TABLE cohort_group_members (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  group_id uuid NOT NULL REFERENCES cohort_groups (id) ON DELETE CASCADE,
  enrollment_id uuid NOT NULL REFERENCES enrollments (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, enrollment_id)
);
CREATE INDEX cohort_group_members_enrollment_id_idx ON cohort_group_members (enrollment_id);
CREATE INDEX cohort_group_members_organization_id_idx ON cohort_group_members (organization_id);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['cohort_groups', 'cohort_group_members'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO holdout_api', tenant_table);
  END LOOP;
END $$;
