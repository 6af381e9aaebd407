-- Instructors have the code of different students compared. The API asks for it, the worker does it.
CREATE TYPE "SimilarityStatus" AS ENUM ('QUEUED', 'RUNNING', 'READY', 'FAILED');

CREATE TABLE similarity_reports (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  requested_by uuid NOT NULL,
  includes_earlier boolean NOT NULL,
  status "SimilarityStatus" NOT NULL DEFAULT 'QUEUED',
  works_read int NOT NULL DEFAULT 0,
  works_planned int NOT NULL DEFAULT 0,
  left_out int NOT NULL DEFAULT 0,
  winnowing jsonb,
  given_files int NOT NULL DEFAULT 0,
  common_fingerprints int NOT NULL DEFAULT 0,
  histogram int[] NOT NULL DEFAULT '{}',
  error text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL))
);
CREATE INDEX similarity_reports_newest ON similarity_reports (organization_id, assignment_id, cohort_id, created_at DESC);
-- One at a time for an assignment and cohort: a second one would say the same.
CREATE UNIQUE INDEX similarity_reports_open ON similarity_reports (assignment_id, cohort_id) WHERE finished_at IS NULL;

CREATE TABLE similarity_works (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  report_id uuid NOT NULL REFERENCES similarity_reports (id) ON DELETE CASCADE,
  run_id uuid NOT NULL REFERENCES runs (id),
  student_id uuid NOT NULL,
  is_earlier boolean NOT NULL,
  fingerprints int NOT NULL,
  is_too_short boolean NOT NULL,
  UNIQUE (report_id, run_id)
);
CREATE INDEX similarity_works_organization_id_idx ON similarity_works (organization_id);

CREATE TABLE similarity_pairs (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  report_id uuid NOT NULL REFERENCES similarity_reports (id) ON DELETE CASCADE,
  left_work_id uuid NOT NULL REFERENCES similarity_works (id) ON DELETE CASCADE,
  right_work_id uuid NOT NULL REFERENCES similarity_works (id) ON DELETE CASCADE,
  similarity double precision NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  left_share double precision NOT NULL CHECK (left_share BETWEEN 0 AND 1),
  right_share double precision NOT NULL CHECK (right_share BETWEEN 0 AND 1),
  matched_lines int NOT NULL,
  matches jsonb NOT NULL
);
CREATE INDEX similarity_pairs_organization_id_idx ON similarity_pairs (organization_id);
CREATE INDEX similarity_pairs_report_id_idx ON similarity_pairs (report_id, similarity DESC, id);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['similarity_reports', 'similarity_works', 'similarity_pairs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

-- What came of it is the worker's to write. A report of a worker that was killed is begun anew; a finished one stays as it is.
GRANT SELECT, INSERT ON similarity_reports TO holdout_api;
GRANT SELECT ON similarity_works, similarity_pairs TO holdout_api;
GRANT SELECT, UPDATE ON similarity_reports TO holdout_worker;
GRANT SELECT, INSERT ON similarity_works, similarity_pairs TO holdout_worker;

-- Reports that should have a job, of all organizations: its message may be lost, or be from before a backup. Adding one that
-- is there is harmless.
GRANT SELECT ON similarity_reports TO holdout_system;
CREATE POLICY system ON similarity_reports FOR SELECT TO holdout_system USING (true);
CREATE FUNCTION similarity_to_queue(p_limit int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.organization_id FROM similarity_reports s
    WHERE s.finished_at IS NULL ORDER BY s.created_at LIMIT p_limit
$$;
GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION similarity_to_queue(int) FROM PUBLIC;
ALTER FUNCTION similarity_to_queue(int) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION similarity_to_queue(int) TO holdout_worker;
