-- A cohort's work is run again on a later version of its assignment. Nobody but those who teach is shown anything of it before
-- it is committed; then its scores count in place of the old ones, and all runs and scores stay on record.

-- ── which run counts ──

-- Whether a run's score stands for its submission. A certification's does, until a re-run takes its place.
ALTER TABLE runs ADD COLUMN is_counted boolean;
-- Written anew rather than updated: finished runs are not.
ALTER TABLE runs ALTER COLUMN is_counted TYPE boolean USING kind = 'CERTIFICATION',
  ALTER COLUMN is_counted SET DEFAULT false, ALTER COLUMN is_counted SET NOT NULL;

CREATE FUNCTION count_certification() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.is_counted := NEW.kind = 'CERTIFICATION';
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION count_certification() FROM PUBLIC;
CREATE TRIGGER count_certification BEFORE INSERT ON runs FOR EACH ROW EXECUTE FUNCTION count_certification();

-- What came out of a run never changes; whether it is what counts is decided later.
CREATE OR REPLACE FUNCTION refuse_change_of_finished_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.is_counted <> OLD.is_counted AND to_jsonb(NEW) - 'is_counted' = to_jsonb(OLD) - 'is_counted' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'run % is finished: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

DROP INDEX runs_certified_idx;
CREATE INDEX runs_counted_idx ON runs (assignment_version_id, student_id) WHERE is_counted AND outcome = 'SCORED';

-- A score is entered when it is made, and when its run comes to count later.
CREATE FUNCTION enter_score(p_score scores) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO leaderboard_entries AS entry
    (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
  SELECT p_score.organization_id, r.assignment_version_id, p_score.split, r.student_id, r.id, p_score.id, p_score.value, p_score.low,
    p_score.high
  FROM runs r
  WHERE r.id = p_score.run_id
    AND ((r.kind = 'PRACTICE' AND p_score.split = 'PUBLIC_TEST' AND (p_score.ladder ->> 'isReleased')::boolean)
      OR (r.is_counted AND p_score.split = 'PRIVATE_TEST'))
  ON CONFLICT (assignment_version_id, split, student_id) DO UPDATE
    SET run_id = excluded.run_id, score_id = excluded.score_id, value = excluded.value, low = excluded.low,
      high = excluded.high, updated_at = now()
    WHERE excluded.value > entry.value OR excluded.run_id = entry.run_id
$$;
REVOKE EXECUTE ON FUNCTION enter_score(scores) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_score(scores) TO holdout_worker, holdout_api;

CREATE OR REPLACE FUNCTION enter_leaderboard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM enter_score(NEW);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION release_grades() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT DISTINCT ON (r.student_id) r.organization_id, r.student_id, 'RELEASED', NEW.assignment_id, r.id
    FROM enrollments e
    JOIN runs r ON r.student_id = e.user_id
    JOIN assignment_versions v ON v.id = r.assignment_version_id AND v.assignment_id = NEW.assignment_id
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.is_counted AND r.outcome = 'SCORED'
    ORDER BY r.student_id, r.finished_at DESC, r.id;
  INSERT INTO credential_tasks (organization_id, kind, subject_id)
    SELECT DISTINCT r.organization_id, 'SETTLE'::"CredentialTaskKind", r.submission_id
    FROM enrollments e
    JOIN runs r ON r.student_id = e.user_id
    JOIN assignment_versions v ON v.id = r.assignment_version_id AND v.assignment_id = NEW.assignment_id
    WHERE e.cohort_id = NEW.cohort_id AND e.withdrawn_at IS NULL AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
    ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP;
  RETURN NULL;
END $$;

-- ── re-runs ──

CREATE TYPE "RerunStatus" AS ENUM ('OPEN', 'COMMITTING', 'COMMITTED', 'DISCARDED');

CREATE TABLE reruns (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  assignment_version_id uuid NOT NULL REFERENCES assignment_versions (id),
  requested_by_id uuid NOT NULL,
  status "RerunStatus" NOT NULL DEFAULT 'OPEN',
  reason text CHECK (char_length(reason) BETWEEN 1 AND 1000),
  decided_by_id uuid,
  decided_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  CHECK ((status = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  CHECK ((status IN ('COMMITTED', 'DISCARDED')) = (finished_at IS NOT NULL)),
  CHECK (status NOT IN ('COMMITTING', 'COMMITTED') OR reason IS NOT NULL)
);
CREATE INDEX reruns_newest ON reruns (organization_id, assignment_id, created_at DESC);
-- One at a time: two would each take the place of what the other began with.
CREATE UNIQUE INDEX reruns_open ON reruns (assignment_id, cohort_id) WHERE finished_at IS NULL;

CREATE TABLE rerun_works (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  rerun_id uuid NOT NULL REFERENCES reruns (id),
  student_id uuid NOT NULL,
  original_run_id uuid NOT NULL REFERENCES runs (id),
  run_id uuid UNIQUE REFERENCES runs (id),
  position int NOT NULL,
  is_sample boolean NOT NULL,
  committed_at timestamptz(3),
  UNIQUE (rerun_id, student_id),
  CHECK (run_id <> original_run_id)
);
CREATE INDEX rerun_works_rerun_id_position_idx ON rerun_works (rerun_id, position);
CREATE INDEX rerun_works_original_run_id_idx ON rerun_works (original_run_id);
CREATE INDEX rerun_works_organization_id_idx ON rerun_works (organization_id);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['reruns', 'rerun_works'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
    EXECUTE format('CREATE POLICY system ON %I FOR SELECT TO holdout_system USING (true)', tenant_table);
    EXECUTE format('GRANT SELECT ON %I TO holdout_api, holdout_worker, holdout_system', tenant_table);
  END LOOP;
END $$;
-- Students learn of a work once it is committed; then also in the row of its re-run, which says why.
CREATE POLICY unseen ON rerun_works AS RESTRICTIVE FOR SELECT TO holdout_api
  USING ((SELECT sees_held_grades()) OR committed_at IS NOT NULL);
CREATE POLICY unseen ON reruns AS RESTRICTIVE FOR SELECT TO holdout_api
  USING ((SELECT sees_held_grades()) OR status IN ('COMMITTING', 'COMMITTED'));
CREATE POLICY unseen ON runs AS RESTRICTIVE FOR SELECT TO holdout_api
  USING (kind <> 'REGRADE' OR (SELECT sees_held_grades())
    OR id IN (SELECT w.run_id FROM rerun_works w WHERE w.committed_at IS NOT NULL));

-- The API asks and decides; what counts is changed by the worker.
GRANT INSERT (id, organization_id, assignment_id, cohort_id, assignment_version_id, requested_by_id, status, created_at) ON reruns TO holdout_api;
GRANT UPDATE (status, reason, decided_by_id, decided_at, finished_at) ON reruns TO holdout_api;
GRANT INSERT (id, organization_id, rerun_id, student_id, original_run_id, position, is_sample) ON rerun_works TO holdout_api;
GRANT UPDATE (run_id) ON rerun_works TO holdout_api;
GRANT UPDATE (status, finished_at) ON reruns TO holdout_worker;
GRANT UPDATE (committed_at) ON rerun_works TO holdout_worker;
-- What people judged of a work is carried over to its new run.
GRANT INSERT ON reviews, manual_grades, review_comments TO holdout_worker;
GRANT UPDATE (status, finished_at) ON reviews TO holdout_worker;
GRANT SELECT ON review_comments TO holdout_worker;

CREATE FUNCTION refuse_change_of_rerun() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.finished_at IS NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 're-run % is on record: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON reruns FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rerun();

CREATE FUNCTION refuse_change_of_rerun_work() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.committed_at IS NULL AND EXISTS (SELECT 1 FROM reruns r WHERE r.id = OLD.rerun_id
      AND r.status = CASE WHEN NEW.committed_at IS NULL THEN 'OPEN' ELSE 'COMMITTING' END::"RerunStatus") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'work % of a re-run is on record: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON rerun_works FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rerun_work();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON reruns FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON rerun_works FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a re-run brought is hidden as held grades are, wherever that is, until it is committed.
CREATE OR REPLACE FUNCTION held_runs() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM cohort_assignments o
  JOIN enrollments e ON e.cohort_id = o.cohort_id AND e.withdrawn_at IS NULL
  JOIN assignment_versions v ON v.assignment_id = o.assignment_id
  JOIN runs r ON r.assignment_version_id = v.id AND r.student_id = e.user_id
  WHERE o.is_held AND o.organization_id = current_organization() AND (
    r.kind IN ('CERTIFICATION', 'REGRADE') OR (r.kind = 'REPRODUCTION' AND EXISTS (
      SELECT 1 FROM reproductions p JOIN runs original ON original.id = p.original_run_id
      WHERE p.run_id = r.id AND original.kind <> 'PRACTICE')))
  UNION ALL
  SELECT w.run_id FROM rerun_works w
  WHERE w.organization_id = current_organization() AND w.committed_at IS NULL AND w.run_id IS NOT NULL
$$;

-- Whose result a committed work changes is told, unless grades are held.
CREATE FUNCTION tell_of_rerun() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before scores; after scores;
BEGIN
  SELECT * INTO before FROM scores s WHERE s.run_id = NEW.original_run_id ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  SELECT * INTO after FROM scores s WHERE s.run_id = NEW.run_id ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  IF after.id IS NULL OR NEW.run_id IN (SELECT held_runs()) OR (abs(after.value - before.value) < 1e-6
      AND (after.is_passed, after.is_provisional) = (before.is_passed, before.is_provisional)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO notifications (organization_id, user_id, kind, assignment_id, run_id)
    SELECT r.organization_id, r.student_id, 'RERUN', v.assignment_id, r.id
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = NEW.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER UPDATE OF committed_at ON rerun_works FOR EACH ROW
  WHEN (OLD.committed_at IS NULL AND NEW.committed_at IS NOT NULL) EXECUTE FUNCTION tell_of_rerun();

-- ── who waits for it, and who pays ──

-- A re-run stands in the queue as whoever asked for it, so that it takes no student's turn, place or quota; and as if it had come
-- six hours later, so that it gives way to what students hand in meanwhile.
CREATE OR REPLACE FUNCTION fair_queue.enter(p_run runs) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own_requires text[]; own_lane text; own_resource text; entry entries; asker uuid := p_run.student_id; since timestamptz := p_run.queued_at;
BEGIN
  IF p_run.kind = 'REGRADE' THEN
    SELECT r.requested_by_id INTO asker FROM rerun_works w JOIN reruns r ON r.id = w.rerun_id WHERE w.run_id = p_run.id;
    asker := coalesce(asker, p_run.student_id);
    since := since + interval '6 hours';
  END IF;
  SELECT ARRAY(SELECT x FROM (
      SELECT jsonb_array_elements_text(coalesce(v.definition -> 'labels', '[]'))
      UNION SELECT 'image:' || coalesce(v.definition ->> 'image', 'light')
      UNION SELECT 'image:' || jsonb_array_elements_text(coalesce(v.definition -> 'images', '[]'))
    ) AS t(x) ORDER BY x COLLATE "C")
  INTO own_requires FROM assignment_versions v WHERE v.id = p_run.assignment_version_id;
  own_resource := CASE WHEN 'gpu' = ANY (own_requires) THEN 'GPU' ELSE 'CPU' END;
  IF own_resource = 'CPU' THEN
    own_requires := ARRAY(SELECT DISTINCT x COLLATE "C" FROM unnest(own_requires || 'cpu'::text) AS t(x) ORDER BY 1);
  END IF;
  own_lane := array_to_string(own_requires, ' ');
  INSERT INTO lanes (lane, resource, requires) VALUES (own_lane, own_resource, own_requires) ON CONFLICT DO NOTHING;
  INSERT INTO fair_queue.organizations (organization_id, resource) VALUES (p_run.organization_id, own_resource) ON CONFLICT DO NOTHING;
  INSERT INTO organization_lanes (organization_id, lane, resource) VALUES (p_run.organization_id, own_lane, own_resource)
  ON CONFLICT DO NOTHING;
  INSERT INTO students (organization_id, student_id) VALUES (p_run.organization_id, asker) ON CONFLICT DO NOTHING;
  INSERT INTO student_shares (organization_id, student_id, resource) VALUES (p_run.organization_id, asker, own_resource)
  ON CONFLICT DO NOTHING;
  INSERT INTO student_lanes (organization_id, student_id, lane, resource)
  VALUES (p_run.organization_id, asker, own_lane, own_resource) ON CONFLICT DO NOTHING;
  INSERT INTO entries (run_id, organization_id, student_id, lane, resource, queued_at, is_dry_run, expected_seconds)
  VALUES (p_run.id, p_run.organization_id, asker, own_lane, own_resource, since, p_run.kind = 'DRY_RUN',
    coalesce((SELECT greatest(1, c.seconds) FROM usual_costs c WHERE c.assignment_version_id = p_run.assignment_version_id AND c.kind = p_run.kind), 60))
  RETURNING * INTO entry;
  PERFORM count_waiting(entry, 1);
  PERFORM place_student_lane(entry.organization_id, entry.student_id, entry.lane);
END $$;

CREATE OR REPLACE FUNCTION quota_state(p_student uuid) RETURNS TABLE (what text, "limit" float8, used float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT l.what, l."limit", CASE l.what
    WHEN 'RUNS' THEN (SELECT count(*) FROM runs r WHERE r.organization_id = current_organization()
      AND (p_student IS NULL OR r.student_id = p_student) AND r.kind IN ('PRACTICE', 'CERTIFICATION')
      AND r.queued_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')
    WHEN 'STORAGE' THEN CASE WHEN p_student IS NULL
      THEN (SELECT coalesce(sum(s.archive_bytes), 0) FROM submissions s WHERE s.organization_id = current_organization())
        + (SELECT coalesce(sum(a.bytes), 0) FROM run_artifacts a
          WHERE a.organization_id = current_organization() AND a.deleted_at IS NULL)
      -- Apart, so that a student's own are found by the index on students. What a re-run left is the organization's.
      ELSE (SELECT coalesce(sum(s.archive_bytes), 0) FROM submissions s
          WHERE s.organization_id = current_organization() AND s.student_id = p_student)
        + (SELECT coalesce(sum(a.bytes), 0) FROM runs r JOIN run_artifacts a ON a.run_id = r.id
          WHERE r.organization_id = current_organization() AND r.student_id = p_student AND r.kind <> 'REGRADE'
            AND a.deleted_at IS NULL) END
    WHEN 'PARALLEL' THEN (SELECT count(*) FROM runs r WHERE r.organization_id = current_organization()
      AND r.status = 'RUNNING' AND r.kind <> 'REGRADE' AND r.student_id = p_student)
    ELSE CASE WHEN p_student IS NULL
      THEN (SELECT o.spent FROM fair_queue.organizations o WHERE o.organization_id = current_organization() AND o.resource = l.what)
      ELSE (SELECT s.spent FROM student_shares s
        WHERE s.organization_id = current_organization() AND s.student_id = p_student AND s.resource = l.what) END
    END::float8
  FROM (SELECT w.what, CASE WHEN w.what <> 'PARALLEL' THEN quota_limit(w.what, current_organization(), p_student)
      WHEN p_student IS NOT NULL THEN coalesce(quota_limit(w.what, current_organization(), p_student),
        quota_limit(w.what, current_organization(), NULL)) END AS "limit"
    FROM (VALUES ('RUNS'), ('CPU'), ('GPU'), ('STORAGE'), ('PARALLEL')) AS w(what)) AS l
  WHERE l."limit" IS NOT NULL
$$;

-- What waits longest, by when it was handed in: nothing lies ahead.
CREATE OR REPLACE FUNCTION fleet_queue()
RETURNS TABLE (organization_id uuid, organization_name text, lane text, resource text, waiting int, waiting_seconds float8, running int, oldest_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT e.organization_id, o.name, e.lane, e.resource, count(*) FILTER (WHERE e.taken_at IS NULL)::int,
    coalesce(sum(e.expected_seconds) FILTER (WHERE e.taken_at IS NULL), 0), count(*) FILTER (WHERE e.taken_at IS NOT NULL)::int,
    min(least(e.queued_at, now())) FILTER (WHERE e.taken_at IS NULL)
  FROM entries e JOIN public.organizations o ON o.id = e.organization_id
  WHERE may_watch(e.organization_id)
  GROUP BY e.organization_id, o.name, e.lane, e.resource
  ORDER BY o.name, e.lane
$$;

CREATE OR REPLACE FUNCTION queue_demand()
RETURNS TABLE (lane text, resource text, waiting int, waiting_seconds float8, running int, running_seconds float8, oldest_seconds float8, slots int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT l.lane, l.resource, coalesce(w.waiting, 0)::int, coalesce(w.seconds, 0)::float8, coalesce(t.running, 0)::int,
    coalesce(t.seconds, 0)::float8, greatest(0, coalesce(t.oldest, 0))::float8,
    (SELECT coalesce(sum(k.concurrency), 0)::int FROM workers k
      WHERE k.paused_at IS NULL AND k.drain_requested_at IS NULL AND k.seen_at > now() - interval '1 minute' AND l.requires <@ k.labels)
  FROM lanes l
  LEFT JOIN (SELECT o.lane, sum(o.waiting) AS waiting, sum(o.waiting_seconds) AS seconds FROM organization_lanes o GROUP BY o.lane) w
    ON w.lane = l.lane
  LEFT JOIN (
    SELECT e.lane, count(*) FILTER (WHERE e.taken_at IS NOT NULL) AS running,
      sum(greatest(0, e.expected_seconds - extract(epoch FROM now() - e.taken_at))) FILTER (WHERE e.taken_at IS NOT NULL) AS seconds,
      max(extract(epoch FROM now() - e.queued_at)) FILTER (WHERE e.taken_at IS NULL) AS oldest
    FROM entries e GROUP BY e.lane) t ON t.lane = l.lane
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION tell_of_rerun(), refuse_change_of_rerun(), refuse_change_of_rerun_work() FROM PUBLIC;
ALTER FUNCTION tell_of_rerun() OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
