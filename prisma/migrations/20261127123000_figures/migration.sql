-- Pictures in what instructors write. The bytes are stored content; a row says whose they are. Versions that show a picture never
-- change, so neither does it.
CREATE TABLE figures (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  digest text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  bytes int NOT NULL CHECK (bytes > 0),
  uploaded_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (organization_id, digest)
);

ALTER TABLE figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE figures FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON figures
  USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

GRANT SELECT, INSERT ON figures TO holdout_api;
