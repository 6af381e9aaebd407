-- Stages and concept diagrams are written here, as lessons are: a draft that only authors see, and versions that stay as they
-- were published. What a stage or a diagram says now also stands in its own row, which pages read.
ALTER TABLE stages ADD COLUMN published_at timestamptz(3) DEFAULT now();
ALTER TABLE concept_diagrams ADD COLUMN published_at timestamptz(3) DEFAULT now();

CREATE TABLE roadmap_versions (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  stage_id uuid REFERENCES stages (id),
  diagram_id uuid REFERENCES concept_diagrams (id),
  version int NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  note text NOT NULL,
  published_by uuid,
  published_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(stage_id, diagram_id) = 1)
);
CREATE UNIQUE INDEX roadmap_versions_stage_id_version_key ON roadmap_versions (stage_id, version);
CREATE UNIQUE INDEX roadmap_versions_diagram_id_version_key ON roadmap_versions (diagram_id, version);
CREATE INDEX roadmap_versions_organization_id_idx ON roadmap_versions (organization_id);

CREATE TABLE roadmap_drafts (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  stage_id uuid REFERENCES stages (id),
  diagram_id uuid REFERENCES concept_diagrams (id),
  revision int NOT NULL CHECK (revision > 0),
  content jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(stage_id, diagram_id) = 1)
);
CREATE UNIQUE INDEX roadmap_drafts_stage_id_key ON roadmap_drafts (stage_id);
CREATE UNIQUE INDEX roadmap_drafts_diagram_id_key ON roadmap_drafts (diagram_id);
CREATE INDEX roadmap_drafts_organization_id_idx ON roadmap_drafts (organization_id);

-- What there is so far came with the platform. Whoever migrates sees rows of tenants only while their table does not force its policy.
ALTER TABLE stages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE concept_diagrams NO FORCE ROW LEVEL SECURITY;
INSERT INTO roadmap_versions (id, organization_id, stage_id, version, content, note)
SELECT gen_random_uuid(), organization_id, id, 1, jsonb_build_object('title', title, 'goal', goal, 'unlocks', unlocks,
  'overview', overview, 'skills', to_jsonb(skills), 'passesNeeded', passes_needed, 'studyAnchors', study_anchors), ''
FROM stages;
INSERT INTO roadmap_versions (id, organization_id, diagram_id, version, content, note)
SELECT gen_random_uuid(), organization_id, id, 1,
  jsonb_build_object('title', title, 'summary', summary, 'nodes', nodes, 'edges', edges), ''
FROM concept_diagrams;
ALTER TABLE stages FORCE ROW LEVEL SECURITY;
ALTER TABLE concept_diagrams FORCE ROW LEVEL SECURITY;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['roadmap_versions', 'roadmap_drafts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON roadmap_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON roadmap_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON roadmap_versions TO holdout_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON roadmap_drafts TO holdout_api;
