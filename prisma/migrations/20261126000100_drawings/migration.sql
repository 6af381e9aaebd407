-- What a student is drawing, kept between visits. A submitted drawing is a submission; this is the sheet on the desk.
CREATE TABLE drawings (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  assignment_id uuid NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
  student_id uuid NOT NULL,
  nodes jsonb NOT NULL,
  edges jsonb NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  CONSTRAINT drawings_are_small CHECK (pg_column_size(nodes) + pg_column_size(edges) <= 65536)
);
CREATE UNIQUE INDEX drawings_assignment_id_student_id_key ON drawings (assignment_id, student_id);
CREATE INDEX drawings_organization_id_idx ON drawings (organization_id);

-- Unfinished work is its author's alone, within the organization.
ALTER TABLE drawings ENABLE ROW LEVEL SECURITY;
ALTER TABLE drawings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON drawings
  USING (organization_id = (SELECT current_organization()) AND student_id = (SELECT current_app_user()))
  WITH CHECK (organization_id = (SELECT current_organization()) AND student_id = (SELECT current_app_user()));

GRANT SELECT, INSERT, UPDATE, DELETE ON drawings TO holdout_api;
