-- Grading by people, and what lateness costs.

CREATE TYPE "ScoreCause" AS ENUM ('GRADED', 'LATE', 'REVIEWED', 'EXTENDED');
ALTER TABLE scores
  ADD COLUMN lateness jsonb,
  ADD COLUMN cause "ScoreCause" NOT NULL DEFAULT 'GRADED';

CREATE TYPE "ReviewStatus" AS ENUM ('OPEN', 'FINISHED');

CREATE TABLE review_policies (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_id uuid NOT NULL UNIQUE REFERENCES assignments (id),
  graders_per_run int NOT NULL DEFAULT 1 CHECK (graders_per_run IN (1, 2)),
  is_anonymous boolean NOT NULL DEFAULT false,
  is_held boolean NOT NULL DEFAULT false,
  updated_at timestamptz(3) NOT NULL
);

CREATE TABLE reviews (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  run_id uuid NOT NULL REFERENCES runs (id),
  grader_id uuid NOT NULL,
  status "ReviewStatus" NOT NULL DEFAULT 'OPEN',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  UNIQUE (run_id, grader_id),
  CHECK ((status = 'FINISHED') = (finished_at IS NOT NULL))
);

CREATE TABLE review_comments (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  run_id uuid NOT NULL REFERENCES runs (id),
  author_id uuid NOT NULL,
  file text,
  line int CHECK (line > 0),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (line IS NULL OR file IS NOT NULL)
);
CREATE INDEX review_comments_run_id_created_at_idx ON review_comments (run_id, created_at);

CREATE TABLE saved_comments (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  author_id uuid NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (assignment_id, text)
);

CREATE TABLE submission_sources (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  submission_id uuid NOT NULL UNIQUE REFERENCES submissions (id),
  digest text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE late_day_uses (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  enrollment_id uuid NOT NULL REFERENCES enrollments (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  days int NOT NULL CHECK (days >= 0),
  UNIQUE (enrollment_id, assignment_id)
);

CREATE INDEX review_policies_organization_id_idx ON review_policies (organization_id);
CREATE INDEX reviews_organization_id_grader_id_status_idx ON reviews (organization_id, grader_id, status);
CREATE INDEX review_comments_organization_id_idx ON review_comments (organization_id);
CREATE INDEX saved_comments_organization_id_idx ON saved_comments (organization_id);
CREATE INDEX submission_sources_organization_id_idx ON submission_sources (organization_id);
CREATE INDEX late_day_uses_organization_id_idx ON late_day_uses (organization_id);
-- A queue of 500 runs is read in the order of submission.
CREATE INDEX runs_certified_idx ON runs (assignment_version_id, student_id) WHERE kind = 'CERTIFICATION' AND outcome = 'SCORED';

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['review_policies', 'reviews', 'review_comments', 'saved_comments',
    'submission_sources', 'late_day_uses']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON review_policies, reviews, late_day_uses TO holdout_api;
GRANT SELECT, INSERT, DELETE ON review_comments, saved_comments TO holdout_api;
GRANT SELECT ON submission_sources TO holdout_api;
-- A finished review makes a new score in its own transaction. Earlier ones stay: the table is append-only.
GRANT INSERT ON scores TO holdout_api;
GRANT UPDATE (late_days_left) ON enrollments TO holdout_worker;
GRANT SELECT, INSERT, UPDATE ON late_day_uses TO holdout_worker;
GRANT SELECT ON reviews, review_policies TO holdout_worker;
GRANT SELECT, INSERT ON submission_sources TO holdout_worker;
