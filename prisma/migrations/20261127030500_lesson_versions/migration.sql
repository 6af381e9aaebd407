-- Lessons are written here: a draft that only its authors see, and versions that stay as they were published.
CREATE TABLE lesson_versions (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  lesson_id uuid NOT NULL REFERENCES lessons (id),
  version int NOT NULL CHECK (version > 0),
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  minutes int NOT NULL,
  note text NOT NULL,
  published_by uuid,
  published_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (lesson_id, version)
);
CREATE INDEX lesson_versions_organization_id_idx ON lesson_versions (organization_id);

CREATE TABLE lesson_drafts (
  lesson_id uuid PRIMARY KEY REFERENCES lessons (id),
  organization_id uuid NOT NULL REFERENCES organizations (id),
  revision int NOT NULL CHECK (revision > 0),
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  minutes int NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX lesson_drafts_organization_id_idx ON lesson_drafts (organization_id);

-- What students read so far is the first version. Whoever migrates sees rows of tenants only while their table does not force its policy.
ALTER TABLE lessons NO FORCE ROW LEVEL SECURITY;
INSERT INTO lesson_versions (id, organization_id, lesson_id, version, title, summary, body, minutes, note, published_at)
SELECT gen_random_uuid(), organization_id, id, 1, title, summary, body, minutes, '', published_at
FROM lessons WHERE published_at IS NOT NULL;
ALTER TABLE lessons FORCE ROW LEVEL SECURITY;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['lesson_versions', 'lesson_drafts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON lesson_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON lesson_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON lesson_versions TO holdout_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON lesson_drafts TO holdout_api;
