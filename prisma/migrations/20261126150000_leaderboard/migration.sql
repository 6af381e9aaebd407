-- One row per student and board, so that a page of the leaderboard is a walk along an index however many submissions there were.
-- PUBLIC_TEST: the practice score that the Ladder shows. PRIVATE_TEST: the best certification.
CREATE TABLE leaderboard_entries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_version_id uuid NOT NULL REFERENCES assignment_versions (id),
  split "SplitName" NOT NULL CHECK (split IN ('PUBLIC_TEST', 'PRIVATE_TEST')),
  student_id uuid NOT NULL,
  run_id uuid NOT NULL REFERENCES runs (id),
  score_id uuid NOT NULL REFERENCES scores (id),
  value double precision NOT NULL,
  low double precision NOT NULL,
  high double precision NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (assignment_version_id, split, student_id)
);
CREATE INDEX leaderboard_entries_by_value ON leaderboard_entries (assignment_version_id, split, value DESC, id);
CREATE INDEX leaderboard_entries_organization ON leaderboard_entries (organization_id);

-- What a student is called on leaderboards instead of their name.
CREATE TABLE pseudonyms (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  user_id uuid NOT NULL,
  name text NOT NULL CHECK (name = btrim(name) AND char_length(name) BETWEEN 2 AND 40),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (organization_id, user_id)
);
CREATE UNIQUE INDEX pseudonyms_name ON pseudonyms (organization_id, lower(name));

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['leaderboard_entries', 'pseudonyms'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
GRANT SELECT ON leaderboard_entries, pseudonyms TO holdout_api;
GRANT INSERT, UPDATE, DELETE ON pseudonyms TO holdout_api;
-- Scores come from the worker, and from the API where a person's grades change them: the trigger below writes as whoever adds one.
GRANT SELECT, INSERT, UPDATE ON leaderboard_entries TO holdout_worker, holdout_api;

-- A better score takes a student's place; a newer score of the very run that holds it does so too, whichever way it went.
CREATE FUNCTION enter_leaderboard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO leaderboard_entries AS entry
    (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
  SELECT NEW.organization_id, r.assignment_version_id, NEW.split, r.student_id, r.id, NEW.id, NEW.value, NEW.low, NEW.high
  FROM runs r
  WHERE r.id = NEW.run_id
    AND ((r.kind = 'PRACTICE' AND NEW.split = 'PUBLIC_TEST' AND (NEW.ladder ->> 'isReleased')::boolean)
      OR (r.kind = 'CERTIFICATION' AND NEW.split = 'PRIVATE_TEST'))
  ON CONFLICT (assignment_version_id, split, student_id) DO UPDATE
    SET run_id = excluded.run_id, score_id = excluded.score_id, value = excluded.value, low = excluded.low,
      high = excluded.high, updated_at = now()
    WHERE excluded.value > entry.value OR excluded.run_id = entry.run_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION enter_leaderboard() FROM PUBLIC;
CREATE TRIGGER enter_leaderboard AFTER INSERT ON scores FOR EACH ROW EXECUTE FUNCTION enter_leaderboard();

-- What was scored before. Row-level security binds the owner too; not while this runs.
ALTER TABLE scores NO FORCE ROW LEVEL SECURITY;
ALTER TABLE runs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE leaderboard_entries NO FORCE ROW LEVEL SECURITY;
INSERT INTO leaderboard_entries
  (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
SELECT DISTINCT ON (r.assignment_version_id, s.split, r.student_id)
  s.organization_id, r.assignment_version_id, s.split, r.student_id, r.id, s.id, s.value, s.low, s.high
FROM runs r
JOIN LATERAL (SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1) s ON true
WHERE (r.kind = 'PRACTICE' AND s.split = 'PUBLIC_TEST' AND (s.ladder ->> 'isReleased')::boolean)
  OR (r.kind = 'CERTIFICATION' AND s.split = 'PRIVATE_TEST')
ORDER BY r.assignment_version_id, s.split, r.student_id, s.value DESC;
ALTER TABLE leaderboard_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE runs FORCE ROW LEVEL SECURITY;
ALTER TABLE scores FORCE ROW LEVEL SECURITY;
