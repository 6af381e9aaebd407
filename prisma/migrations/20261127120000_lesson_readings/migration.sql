-- Which version of a lesson a student began, and so reads until they or an instructor choose a newer one.
CREATE TABLE lesson_readings (
  lesson_id uuid NOT NULL,
  user_id uuid NOT NULL,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  version int NOT NULL,
  begun_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (lesson_id, user_id),
  FOREIGN KEY (lesson_id, version) REFERENCES lesson_versions (lesson_id, version)
);
CREATE INDEX lesson_readings_user_id_idx ON lesson_readings (user_id);
CREATE INDEX lesson_readings_organization_id_idx ON lesson_readings (organization_id);

ALTER TABLE lesson_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE lesson_readings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lesson_readings
  USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

GRANT SELECT, INSERT, UPDATE, DELETE ON lesson_readings TO holdout_api;

-- Whoever reads an older version searches that one, in the same way as the lesson itself.
ALTER TABLE lesson_versions ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') ||
  setweight(to_tsvector('english', summary), 'B') ||
  setweight(to_tsvector('english', body), 'D')
) STORED;
