-- The fair queue, by the same rule as libs/fair-queue: weighted turns of organizations, then of students, in
-- resource-seconds, CPU and GPU separately. What the rule needs is kept in tables of its own, so that a decision looks at
-- one row of an index for each of the few lanes, and never at all waiting runs.
--
-- Only one transaction at a time changes these tables (the advisory lock "claim"). Everyone else only says that a run
-- changed, in fair_queue.changes; whoever claims next brings the tables up to date. So submitting, cancelling and
-- finishing wait for nobody, and a message that is handled twice changes nothing.

CREATE SCHEMA fair_queue;
GRANT USAGE ON SCHEMA fair_queue TO holdout_system;

-- pass: where the organizations stand, that is the pass of the one taken last.
CREATE TABLE fair_queue.resources (resource text PRIMARY KEY, pass float8 NOT NULL DEFAULT 0, day date NOT NULL DEFAULT current_date);
INSERT INTO fair_queue.resources (resource) VALUES ('CPU'), ('GPU');

-- Runs that require the same labels of a worker.
CREATE TABLE fair_queue.lanes (lane text COLLATE "C" PRIMARY KEY, resource text NOT NULL, requires text[] NOT NULL);

CREATE TABLE fair_queue.organizations (
  organization_id uuid NOT NULL, resource text NOT NULL,
  pass float8 NOT NULL DEFAULT 0, -- resource-seconds over weight
  clock float8 NOT NULL DEFAULT 0, -- where its students stand
  spent float8 NOT NULL DEFAULT 0, -- resource-seconds of today
  ready int NOT NULL DEFAULT 0, -- students' lanes in which a run may be taken
  is_ready boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, resource));

CREATE TABLE fair_queue.organization_lanes (
  organization_id uuid NOT NULL, lane text COLLATE "C" NOT NULL, resource text NOT NULL,
  pass float8 NOT NULL DEFAULT 0, -- as in organizations, here for the index
  ready int NOT NULL DEFAULT 0, is_ready boolean NOT NULL DEFAULT false,
  waiting int NOT NULL DEFAULT 0, waiting_seconds float8 NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, lane));
CREATE INDEX organization_lanes_next ON fair_queue.organization_lanes (lane, pass, organization_id) WHERE is_ready;

CREATE TABLE fair_queue.students (
  organization_id uuid NOT NULL, student_id uuid NOT NULL, running int NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, student_id));

CREATE TABLE fair_queue.student_shares (
  organization_id uuid NOT NULL, student_id uuid NOT NULL, resource text NOT NULL,
  pass float8 NOT NULL DEFAULT 0, spent float8 NOT NULL DEFAULT 0, ready int NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, student_id, resource));

CREATE TABLE fair_queue.student_lanes (
  organization_id uuid NOT NULL, student_id uuid NOT NULL, lane text COLLATE "C" NOT NULL, resource text NOT NULL,
  key float8 NOT NULL DEFAULT 0, is_ready boolean NOT NULL DEFAULT false, waiting int NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, student_id, lane));
CREATE INDEX student_lanes_next ON fair_queue.student_lanes (organization_id, lane, key, student_id) WHERE is_ready;
CREATE INDEX student_lanes_held ON fair_queue.student_lanes (organization_id) WHERE waiting > 0 AND NOT is_ready;

CREATE TABLE fair_queue.entries (
  run_id uuid PRIMARY KEY, organization_id uuid NOT NULL, student_id uuid NOT NULL, lane text COLLATE "C" NOT NULL,
  resource text NOT NULL, queued_at timestamptz NOT NULL, is_dry_run boolean NOT NULL, expected_seconds float8 NOT NULL,
  taken_at timestamptz, charged float8 NOT NULL DEFAULT 0);
CREATE INDEX entries_waiting ON fair_queue.entries (organization_id, student_id, lane, queued_at, run_id) WHERE taken_at IS NULL;
CREATE INDEX entries_taken ON fair_queue.entries (taken_at) WHERE taken_at IS NOT NULL;

-- What runs of a version and kind usually take.
CREATE TABLE fair_queue.usual_costs (
  assignment_version_id uuid NOT NULL, kind "RunKind" NOT NULL, seconds float8 NOT NULL, runs int NOT NULL DEFAULT 1,
  PRIMARY KEY (assignment_version_id, kind));

CREATE TABLE fair_queue.changes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id uuid NOT NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA fair_queue TO holdout_system;
GRANT SELECT ON quotas, assignment_versions TO holdout_system;
CREATE POLICY system ON quotas FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON assignment_versions FOR SELECT TO holdout_system USING (true);

CREATE INDEX runs_delayed ON runs (not_before) WHERE status = 'QUEUED' AND not_before IS NOT NULL;

-- An operator asked a worker to finish what it has and end.
ALTER TABLE workers ADD COLUMN drain_requested_at timestamptz(3);
GRANT UPDATE (drain_requested_at) ON workers TO holdout_api;

-- ── what happened to runs ──

CREATE TYPE "InterruptionCause" AS ENUM ('WORKER_LOST', 'WORKER_STOPPED', 'ENGINE_FAILED', 'MACHINE_FAILED');

-- An attempt that our own machines ended, for the timeline.
CREATE TABLE run_interruptions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL,
  run_id uuid NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  attempt int NOT NULL,
  cause "InterruptionCause" NOT NULL,
  worker_id text,
  created_at timestamptz(3) NOT NULL DEFAULT now());
CREATE UNIQUE INDEX run_interruptions_run_id_attempt_key ON run_interruptions (run_id, attempt);
CREATE INDEX run_interruptions_organization_id_idx ON run_interruptions (organization_id);
ALTER TABLE run_interruptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_interruptions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON run_interruptions
  USING (organization_id = (SELECT current_organization())) WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON run_interruptions TO holdout_system USING (true) WITH CHECK (true);
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON run_interruptions FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT ON run_interruptions TO holdout_api, holdout_worker;
GRANT INSERT ON run_interruptions TO holdout_worker, holdout_system;
GRANT SELECT ON run_interruptions TO holdout_system;

CREATE OR REPLACE FUNCTION return_abandoned_runs() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE abandoned runs;
BEGIN
  FOR abandoned IN
    SELECT * FROM runs r WHERE r.status = 'RUNNING' AND r.lease_expires_at < now() FOR UPDATE SKIP LOCKED
  LOOP
    UPDATE run_phases p SET status = 'FAILED', ended_at = now() WHERE p.run_id = abandoned.id AND p.status = 'RUNNING';
    INSERT INTO run_interruptions (organization_id, run_id, attempt, cause, worker_id)
    VALUES (abandoned.organization_id, abandoned.id, abandoned.attempt, 'WORKER_LOST', abandoned.worker_id);
    IF abandoned.cancel_requested_at IS NOT NULL THEN
      UPDATE runs SET status = 'FINISHED', outcome = 'CANCELLED', message = 'Cancelled.', finished_at = now(),
        lease_expires_at = NULL WHERE id = abandoned.id;
    ELSIF (SELECT count(*) FROM run_interruptions i WHERE i.run_id = abandoned.id AND i.cause <> 'WORKER_STOPPED') >= 5 THEN
      UPDATE runs SET status = 'FINISHED', outcome = 'INFRASTRUCTURE_ERROR', finished_at = now(), lease_expires_at = NULL,
        message = 'Our machines failed five times while working on this run. It costs no attempt; please submit again.'
      WHERE id = abandoned.id;
    ELSE
      UPDATE runs SET status = 'QUEUED', claim_token = NULL, worker_id = NULL, lease_expires_at = NULL
      WHERE id = abandoned.id;
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION fair_queue.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  INSERT INTO changes (run_id) VALUES (NEW.id);
  RETURN NULL;
END $$;

-- ── the rule ──

CREATE FUNCTION fair_queue.weight_of(p_organization uuid) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT o.weight FROM public.organizations o WHERE o.id = p_organization
$$;

-- The newest quota that says something counts; a student's own goes before the organization's. Two runs at once, where
-- none does.
CREATE FUNCTION fair_queue.parallel_of(p_organization uuid, p_student uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT coalesce((
    SELECT greatest(1, q.parallel_runs) FROM quotas q
    WHERE q.organization_id = p_organization AND q.cohort_id IS NULL AND (q.user_id = p_student OR q.user_id IS NULL)
      AND q.parallel_runs IS NOT NULL AND (q.expires_at IS NULL OR q.expires_at > now())
    ORDER BY q.user_id IS NULL, q.created_at DESC LIMIT 1), 2)
$$;

-- Resource-seconds a day (UTC) of an organization, or of a student where one is named.
CREATE FUNCTION fair_queue.quota_of(p_resource text, p_organization uuid, p_student uuid) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT coalesce((
    SELECT (CASE p_resource WHEN 'GPU' THEN q.gpu_seconds ELSE q.cpu_seconds END)::float8 FROM quotas q
    WHERE q.organization_id = p_organization AND q.cohort_id IS NULL AND q.user_id IS NOT DISTINCT FROM p_student
      AND CASE p_resource WHEN 'GPU' THEN q.gpu_seconds ELSE q.cpu_seconds END IS NOT NULL
      AND (q.expires_at IS NULL OR q.expires_at > now())
    ORDER BY q.created_at DESC LIMIT 1), 'infinity'::float8)
$$;

CREATE FUNCTION fair_queue.place_organization(p_organization uuid, p_resource text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own fair_queue.organizations; becomes_ready boolean;
BEGIN
  SELECT * INTO own FROM fair_queue.organizations o WHERE o.organization_id = p_organization AND o.resource = p_resource;
  becomes_ready := own.ready > 0 AND own.spent < quota_of(p_resource, p_organization, NULL);
  IF becomes_ready AND NOT own.is_ready THEN
    -- Who comes, or comes back, starts where the others stand.
    own.pass := greatest(own.pass, (SELECT r.pass FROM resources r WHERE r.resource = p_resource));
  END IF;
  UPDATE fair_queue.organizations o SET pass = own.pass, is_ready = becomes_ready
  WHERE o.organization_id = p_organization AND o.resource = p_resource
    AND (o.pass, o.is_ready) IS DISTINCT FROM (own.pass, becomes_ready);
  UPDATE organization_lanes l SET pass = own.pass, is_ready = becomes_ready AND l.ready > 0
  WHERE l.organization_id = p_organization AND l.resource = p_resource
    AND (l.pass, l.is_ready) IS DISTINCT FROM (own.pass, becomes_ready AND l.ready > 0);
END $$;

-- Puts a student's lane where it belongs, or takes it out when none of its runs may be taken now.
CREATE FUNCTION fair_queue.place_student_lane(p_organization uuid, p_student uuid, p_lane text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own student_lanes; share student_shares; head entries; becomes_ready boolean; delta int;
BEGIN
  SELECT * INTO own FROM student_lanes l WHERE l.organization_id = p_organization AND l.student_id = p_student AND l.lane = p_lane;
  SELECT * INTO share FROM student_shares s
  WHERE s.organization_id = p_organization AND s.student_id = p_student AND s.resource = own.resource;
  SELECT * INTO head FROM entries e
  WHERE e.organization_id = p_organization AND e.student_id = p_student AND e.lane = p_lane AND e.taken_at IS NULL
  ORDER BY e.queued_at, e.run_id LIMIT 1;
  becomes_ready := head.run_id IS NOT NULL
    AND (SELECT s.running FROM students s WHERE s.organization_id = p_organization AND s.student_id = p_student)
      < parallel_of(p_organization, p_student)
    AND share.spent < quota_of(own.resource, p_organization, p_student);
  delta := becomes_ready::int - own.is_ready::int;
  IF delta <> 0 THEN
    IF delta > 0 AND share.ready = 0 THEN
      share.pass := greatest(share.pass, (SELECT o.clock FROM fair_queue.organizations o
        WHERE o.organization_id = p_organization AND o.resource = own.resource));
    END IF;
    UPDATE student_shares s SET pass = share.pass, ready = s.ready + delta
    WHERE s.organization_id = p_organization AND s.student_id = p_student AND s.resource = own.resource;
    UPDATE organization_lanes l SET ready = l.ready + delta WHERE l.organization_id = p_organization AND l.lane = p_lane;
    UPDATE fair_queue.organizations o SET ready = o.ready + delta
    WHERE o.organization_id = p_organization AND o.resource = own.resource;
  END IF;
  UPDATE student_lanes l SET is_ready = becomes_ready,
    -- Each second of waiting makes up for a tenth of a resource-second; an instructor's dry run starts 300 ahead.
    key = CASE WHEN becomes_ready
      THEN share.pass + 0.1::float8 * (extract(epoch FROM head.queued_at) * 1000)::float8 / 1000 - CASE WHEN head.is_dry_run THEN 300 ELSE 0 END
      ELSE l.key END
  WHERE l.organization_id = p_organization AND l.student_id = p_student AND l.lane = p_lane;
  PERFORM place_organization(p_organization, own.resource);
END $$;

-- Everything of a student: after what they run, or have spent, changed.
CREATE FUNCTION fair_queue.place_student(p_organization uuid, p_student uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT place_student_lane(l.organization_id, l.student_id, l.lane) FROM student_lanes l
  WHERE l.organization_id = p_organization AND l.student_id = p_student
$$;

-- A run being worked on has had so many resource-seconds.
CREATE FUNCTION fair_queue.charge(p_run uuid, p_seconds float8) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE entry entries; more float8;
BEGIN
  SELECT * INTO entry FROM entries e WHERE e.run_id = p_run;
  more := p_seconds - entry.charged;
  UPDATE entries e SET charged = p_seconds WHERE e.run_id = p_run;
  UPDATE fair_queue.organizations o SET pass = o.pass + more / weight_of(entry.organization_id), spent = o.spent + more
  WHERE o.organization_id = entry.organization_id AND o.resource = entry.resource;
  UPDATE student_shares s SET pass = s.pass + more, spent = s.spent + more
  WHERE s.organization_id = entry.organization_id AND s.student_id = entry.student_id AND s.resource = entry.resource;
  PERFORM place_student(entry.organization_id, entry.student_id);
  PERFORM place_organization(entry.organization_id, entry.resource);
END $$;

CREATE FUNCTION fair_queue.count_waiting(p_entry fair_queue.entries, p_runs int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  UPDATE organization_lanes l SET waiting = l.waiting + p_runs, waiting_seconds = l.waiting_seconds + p_runs * p_entry.expected_seconds
  WHERE l.organization_id = p_entry.organization_id AND l.lane = p_entry.lane;
  UPDATE student_lanes l SET waiting = l.waiting + p_runs
  WHERE l.organization_id = p_entry.organization_id AND l.student_id = p_entry.student_id AND l.lane = p_entry.lane;
END $$;

CREATE FUNCTION fair_queue.enter(p_run runs) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own_requires text[]; own_lane text; own_resource text; entry entries;
BEGIN
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
  INSERT INTO students (organization_id, student_id) VALUES (p_run.organization_id, p_run.student_id) ON CONFLICT DO NOTHING;
  INSERT INTO student_shares (organization_id, student_id, resource) VALUES (p_run.organization_id, p_run.student_id, own_resource)
  ON CONFLICT DO NOTHING;
  INSERT INTO student_lanes (organization_id, student_id, lane, resource)
  VALUES (p_run.organization_id, p_run.student_id, own_lane, own_resource) ON CONFLICT DO NOTHING;
  INSERT INTO entries (run_id, organization_id, student_id, lane, resource, queued_at, is_dry_run, expected_seconds)
  VALUES (p_run.id, p_run.organization_id, p_run.student_id, own_lane, own_resource, p_run.queued_at, p_run.kind = 'DRY_RUN',
    coalesce((SELECT greatest(1, c.seconds) FROM usual_costs c WHERE c.assignment_version_id = p_run.assignment_version_id AND c.kind = p_run.kind), 60))
  RETURNING * INTO entry;
  PERFORM count_waiting(entry, 1);
  PERFORM place_student_lane(entry.organization_id, entry.student_id, entry.lane);
END $$;

-- A waiting run is being worked on.
CREATE FUNCTION fair_queue.take(p_run uuid, p_taken_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE entry entries; own_pass float8;
BEGIN
  UPDATE entries e SET taken_at = p_taken_at WHERE e.run_id = p_run RETURNING * INTO entry;
  SELECT o.pass INTO own_pass FROM fair_queue.organizations o
  WHERE o.organization_id = entry.organization_id AND o.resource = entry.resource;
  UPDATE resources r SET pass = own_pass WHERE r.resource = entry.resource AND r.pass < own_pass;
  IF NOT entry.is_dry_run THEN
    UPDATE fair_queue.organizations o SET clock = greatest(o.clock, s.pass) FROM student_shares s
    WHERE o.organization_id = entry.organization_id AND o.resource = entry.resource
      AND s.organization_id = entry.organization_id AND s.student_id = entry.student_id AND s.resource = entry.resource;
  END IF;
  UPDATE students s SET running = s.running + 1 WHERE s.organization_id = entry.organization_id AND s.student_id = entry.student_id;
  PERFORM count_waiting(entry, -1);
  PERFORM charge(p_run, entry.expected_seconds);
END $$;

CREATE FUNCTION fair_queue.leave(p_entry fair_queue.entries, p_seconds float8) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  IF p_entry.taken_at IS NULL THEN
    DELETE FROM entries e WHERE e.run_id = p_entry.run_id;
    PERFORM count_waiting(p_entry, -1);
    PERFORM place_student_lane(p_entry.organization_id, p_entry.student_id, p_entry.lane);
  ELSE
    UPDATE students s SET running = s.running - 1
    WHERE s.organization_id = p_entry.organization_id AND s.student_id = p_entry.student_id;
    PERFORM charge(p_entry.run_id, p_seconds);
    DELETE FROM entries e WHERE e.run_id = p_entry.run_id;
  END IF;
END $$;

-- What a run that ended is charged: the time that it held its place on a worker. Nothing where our own machines failed.
-- A worker whose clock is wrong charges nobody for more than what passed here.
CREATE FUNCTION fair_queue.cost_of(p_run runs, p_taken_at timestamptz) RETURNS float8
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT CASE WHEN p_run.status <> 'FINISHED' OR p_run.outcome = 'INFRASTRUCTURE_ERROR' THEN 0
    ELSE greatest(0, extract(epoch FROM least(p_run.finished_at, now()) - p_taken_at))::float8 END
$$;

CREATE FUNCTION fair_queue.learn(p_run runs, p_seconds float8) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, fair_queue, public AS $$
  INSERT INTO usual_costs AS c (assignment_version_id, kind, seconds) VALUES (p_run.assignment_version_id, p_run.kind, p_seconds)
  ON CONFLICT (assignment_version_id, kind)
  DO UPDATE SET runs = c.runs + 1, seconds = c.seconds + (p_seconds - c.seconds) * greatest(0.1, 1.0 / (c.runs + 1))
$$;

-- Brings what the queue knows of a run in line with its row. Doing it twice changes nothing.
CREATE FUNCTION fair_queue.follow(p_run uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE run runs; entry entries; waits boolean; seconds float8; since timestamptz;
BEGIN
  SELECT * INTO run FROM runs r WHERE r.id = p_run;
  SELECT * INTO entry FROM entries e WHERE e.run_id = p_run;
  since := least(coalesce(run.started_at, now()), now());
  waits := run.status = 'QUEUED' AND run.cancel_requested_at IS NULL AND (run.not_before IS NULL OR run.not_before <= now());
  IF entry.run_id IS NOT NULL AND (entry.taken_at IS NULL AND waits OR entry.taken_at IS NOT NULL AND run.status = 'RUNNING') THEN
    RETURN;
  END IF;
  IF entry.run_id IS NOT NULL AND entry.taken_at IS NULL AND run.status = 'RUNNING' THEN
    PERFORM take(p_run, since);
    RETURN;
  END IF;
  IF entry.run_id IS NOT NULL THEN
    seconds := cost_of(run, entry.taken_at);
    PERFORM leave(entry, seconds);
    IF entry.taken_at IS NOT NULL AND run.outcome IN ('SCORED', 'STUDENT_ERROR') THEN PERFORM learn(run, seconds); END IF;
  END IF;
  IF waits OR run.status = 'RUNNING' THEN PERFORM enter(run); END IF;
  IF run.status = 'RUNNING' THEN PERFORM take(p_run, since); END IF;
END $$;

-- A new day: quotas count from nothing.
CREATE FUNCTION fair_queue.start_day() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  UPDATE resources SET day = (now() AT TIME ZONE 'UTC')::date WHERE day <> (now() AT TIME ZONE 'UTC')::date;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE fair_queue.organizations SET spent = 0 WHERE spent <> 0;
  UPDATE student_shares SET spent = 0 WHERE spent <> 0;
  PERFORM place_student_lane(l.organization_id, l.student_id, l.lane) FROM student_lanes l WHERE l.waiting > 0;
END $$;

-- Up to date with what happened, at most so many changes at once: a flood is worked off over several claims.
CREATE FUNCTION fair_queue.catch_up(p_limit int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE changed uuid;
BEGIN
  PERFORM start_day();
  FOR changed IN
    WITH seen AS (DELETE FROM changes WHERE id IN (SELECT c.id FROM changes c ORDER BY c.id LIMIT p_limit) RETURNING id, run_id)
    SELECT s.run_id FROM seen s GROUP BY s.run_id ORDER BY min(s.id)
  LOOP PERFORM follow(changed); END LOOP;
  FOR changed IN
    SELECT r.id FROM runs r WHERE r.status = 'QUEUED' AND r.not_before <= now()
      AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.run_id = r.id)
  LOOP PERFORM follow(changed); END LOOP;
END $$;

-- Is there anything for which a claim must take the lock?
CREATE FUNCTION fair_queue.may_have_work(p_labels text[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT EXISTS (SELECT 1 FROM changes)
    OR EXISTS (SELECT 1 FROM lanes l WHERE l.requires <@ p_labels
      AND EXISTS (SELECT 1 FROM organization_lanes o WHERE o.lane = l.lane AND o.is_ready))
    OR EXISTS (SELECT 1 FROM runs r WHERE r.status = 'RUNNING' AND r.lease_expires_at < now())
    OR EXISTS (SELECT 1 FROM runs r WHERE r.status = 'QUEUED' AND r.not_before <= now())
$$;

-- The next run for a worker with these labels, or null. One row of an index for each lane, then one for the student and
-- one for the run.
CREATE FUNCTION fair_queue.next_run(p_labels text[]) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT run.run_id
  FROM (
    SELECT head.organization_id, l.lane FROM lanes l
    CROSS JOIN LATERAL (
      SELECT o.organization_id, o.pass FROM organization_lanes o WHERE o.lane = l.lane AND o.is_ready
      ORDER BY o.pass, o.organization_id LIMIT 1) head
    WHERE l.requires <@ p_labels
    ORDER BY l.resource = 'GPU' DESC, head.pass, head.organization_id, l.lane LIMIT 1
  ) organization
  CROSS JOIN LATERAL (
    SELECT s.student_id FROM student_lanes s
    WHERE s.organization_id = organization.organization_id AND s.lane = organization.lane AND s.is_ready
    ORDER BY s.key, s.student_id LIMIT 1) student
  CROSS JOIN LATERAL (
    SELECT e.run_id FROM entries e
    WHERE e.organization_id = organization.organization_id AND e.student_id = student.student_id
      AND e.lane = organization.lane AND e.taken_at IS NULL
    ORDER BY e.queued_at, e.run_id LIMIT 1) run
$$;

-- ── what workers and the API call ──

DROP FUNCTION claim_next_run(text, int);
CREATE FUNCTION claim_next_run(p_worker_id text, p_lease_seconds int, p_labels text[])
RETURNS TABLE (run_id uuid, organization_id uuid, claim_token uuid, attempt int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE candidate uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM workers w WHERE w.id = p_worker_id AND (w.paused_at IS NOT NULL OR w.drain_requested_at IS NOT NULL))
    OR NOT may_have_work(p_labels) THEN
    RETURN;
  END IF;
  -- One claim at a time: two at once would both see the same turn. A claim takes a few milliseconds.
  PERFORM pg_advisory_xact_lock(hashtextextended('claim', 0));
  PERFORM return_abandoned_runs();
  PERFORM catch_up(500);
  LOOP
    candidate := next_run(p_labels);
    IF candidate IS NULL THEN RETURN; END IF;
    -- Someone may hold the row, to cancel it say; then it is not next, and is looked at again later.
    PERFORM 1 FROM runs r WHERE r.id = candidate AND r.status = 'QUEUED' AND r.cancel_requested_at IS NULL
      FOR UPDATE SKIP LOCKED;
    IF FOUND THEN EXIT; END IF;
    PERFORM leave(e, 0) FROM entries e WHERE e.run_id = candidate;
    INSERT INTO changes (run_id) VALUES (candidate);
  END LOOP;
  RETURN QUERY
    UPDATE runs r SET status = 'RUNNING', claim_token = gen_random_uuid(), worker_id = p_worker_id,
      lease_expires_at = clock_timestamp() + make_interval(secs => p_lease_seconds), attempt = r.attempt + 1,
      started_at = coalesce(r.started_at, clock_timestamp())
    WHERE r.id = candidate
    RETURNING r.id, r.organization_id, r.claim_token, r.attempt;
  PERFORM take(candidate, clock_timestamp());
END $$;

DROP FUNCTION runs_to_ticket(int);
CREATE FUNCTION runs_to_ticket(p_limit int) RETURNS TABLE (run_id uuid, organization_id uuid, attempt int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('claim', 0));
  PERFORM return_abandoned_runs();
  PERFORM catch_up(2000);
  -- Runs that take longer than expected are charged while they do.
  PERFORM charge(e.run_id, extract(epoch FROM now() - e.taken_at)::float8) FROM entries e
  WHERE e.taken_at < now() - make_interval(secs => e.charged);
  -- A quota may have been raised, or run out by itself.
  PERFORM place_student_lane(l.organization_id, l.student_id, l.lane) FROM student_lanes l WHERE l.waiting > 0 AND NOT l.is_ready;
  PERFORM place_organization(o.organization_id, o.resource) FROM fair_queue.organizations o WHERE o.ready > 0 AND NOT o.is_ready;
  RETURN QUERY
    SELECT r.id, r.organization_id, r.attempt + 1 FROM runs r
    WHERE r.status = 'QUEUED' AND r.cancel_requested_at IS NULL AND (r.not_before IS NULL OR r.not_before <= now())
    ORDER BY r.queued_at LIMIT p_limit;
END $$;

-- Brings the queue up to date while all workers are busy, so that places can be told. Does nothing while another does.
CREATE FUNCTION follow_queue() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM changes) AND pg_try_advisory_xact_lock(hashtextextended('claim', 0)) THEN
    PERFORM catch_up(500);
  END IF;
END $$;

-- Builds everything that the queue knows of runs anew, from the runs themselves.
CREATE FUNCTION fair_queue.rebuild() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  INSERT INTO changes (run_id)
  SELECT r.id FROM runs r WHERE r.status <> 'FINISHED' UNION SELECT e.run_id FROM entries e
$$;

-- Place in the queue, and the seconds until a worker takes the run, by what waits now (null when no worker is up that could).
-- The same as `placeOf` and `waitingSeconds` in libs/fair-queue.
DROP FUNCTION queue_position(uuid);
CREATE FUNCTION queue_position(p_run_id uuid) RETURNS TABLE ("position" int, ahead_seconds float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own entries; own_pass float8; inside record; elsewhere record; fleet record; own_running int; rounds float8;
BEGIN
  SELECT * INTO own FROM entries e WHERE e.run_id = p_run_id AND e.taken_at IS NULL;
  IF own.run_id IS NULL THEN
    -- Not looked at yet: behind everyone, until it is.
    RETURN QUERY
      SELECT ((SELECT coalesce(sum(l.waiting), 0) FROM organization_lanes l) + count(*))::int, NULL::float8
      FROM runs r JOIN runs mine ON mine.id = p_run_id AND mine.status = 'QUEUED' AND mine.cancel_requested_at IS NULL
      WHERE r.id IN (SELECT c.run_id FROM changes c) AND r.status = 'QUEUED' AND r.queued_at <= mine.queued_at
        AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.run_id = r.id)
      HAVING count(*) > 0;
    RETURN;
  END IF;
  SELECT count(*) AS runs, coalesce(sum(each_run.expected_seconds), 0)::float8 AS seconds,
    count(*) FILTER (WHERE student_id = own.student_id) AS own
  INTO inside
  FROM (
    SELECT e.*, s.pass + coalesce(sum(e.expected_seconds) OVER mine, 0)
        + 0.1 * extract(epoch FROM e.queued_at)::float8 - CASE WHEN e.is_dry_run THEN 300 ELSE 0 END AS key
    FROM entries e JOIN student_shares s ON s.organization_id = e.organization_id AND s.student_id = e.student_id
      AND s.resource = e.resource
    WHERE e.organization_id = own.organization_id AND e.lane = own.lane AND e.taken_at IS NULL
    WINDOW mine AS (PARTITION BY e.student_id ORDER BY e.queued_at, e.run_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ) each_run
  WHERE CASE WHEN student_id = own.student_id THEN (queued_at, run_id) < (own.queued_at, own.run_id)
    ELSE (key, student_id) < ((
      SELECT s.pass + coalesce((SELECT sum(e.expected_seconds) FROM entries e
          WHERE e.organization_id = own.organization_id AND e.student_id = own.student_id AND e.lane = own.lane
            AND e.taken_at IS NULL AND (e.queued_at, e.run_id) < (own.queued_at, own.run_id)), 0)
        + 0.1 * extract(epoch FROM own.queued_at)::float8 - CASE WHEN own.is_dry_run THEN 300 ELSE 0 END
      FROM student_shares s WHERE s.organization_id = own.organization_id AND s.student_id = own.student_id
        AND s.resource = own.resource), own.student_id) END;
  SELECT o.pass + inside.seconds / weight_of(own.organization_id) INTO own_pass FROM fair_queue.organizations o
  WHERE o.organization_id = own.organization_id AND o.resource = own.resource;
  SELECT coalesce(sum(runs), 0)::int AS runs, coalesce(sum(runs * usual), 0)::float8 AS seconds INTO elsewhere
  FROM (
    SELECT l.waiting_seconds / l.waiting AS usual,
      least(l.waiting, greatest(0, ceil((own_pass - l.pass) * weight_of(l.organization_id) / (l.waiting_seconds / l.waiting)))) AS runs
    FROM organization_lanes l
    WHERE l.lane = own.lane AND l.is_ready AND l.organization_id <> own.organization_id AND l.waiting_seconds > 0
  ) others;
  WITH able AS (
    SELECT w.id, w.concurrency FROM workers w
    WHERE w.paused_at IS NULL AND w.drain_requested_at IS NULL AND w.seen_at > now() - interval '1 minute'
      AND (SELECT l.requires FROM lanes l WHERE l.lane = own.lane) <@ w.labels
  )
  SELECT (SELECT coalesce(sum(a.concurrency), 0) FROM able a)::int AS slots, count(*)::int AS busy,
    coalesce(sum(greatest(0, e.expected_seconds - extract(epoch FROM now() - e.taken_at))), 0)::float8 AS remaining
  INTO fleet
  FROM entries e JOIN runs r ON r.id = e.run_id JOIN able a ON a.id = r.worker_id WHERE e.taken_at IS NOT NULL;
  SELECT s.running INTO own_running FROM students s
  WHERE s.organization_id = own.organization_id AND s.student_id = own.student_id;
  rounds := floor((inside.own + own_running)::float8 / parallel_of(own.organization_id, own.student_id)) * own.expected_seconds;
  "position" := 1 + inside.runs + elsewhere.runs;
  ahead_seconds := CASE WHEN fleet.slots = 0 THEN NULL
    WHEN "position" - 1 + fleet.busy < fleet.slots THEN rounds
    ELSE greatest(rounds, (inside.seconds + elsewhere.seconds + fleet.remaining) / fleet.slots) END;
  RETURN NEXT;
END $$;

-- For whoever adds and removes machines: what is asked for and what there is, by the labels that runs require.
CREATE FUNCTION queue_demand()
RETURNS TABLE (lane text, resource text, waiting int, waiting_seconds float8, running int, running_seconds float8, oldest_seconds float8, slots int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
  SELECT l.lane, l.resource, coalesce(w.waiting, 0)::int, coalesce(w.seconds, 0)::float8, coalesce(t.running, 0)::int,
    coalesce(t.seconds, 0)::float8, coalesce(t.oldest, 0)::float8,
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

-- Runs that a worker works on now, for the operator's list.
CREATE FUNCTION worker_runs(p_worker_id text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM runs r WHERE r.status = 'RUNNING' AND r.worker_id = p_worker_id
$$;

DROP FUNCTION fair_order();
DROP FUNCTION recent_usage();
DROP INDEX runs_waiting;

CREATE TRIGGER follow_new AFTER INSERT ON runs FOR EACH ROW EXECUTE FUNCTION fair_queue.note_change();
CREATE TRIGGER follow_change AFTER UPDATE ON runs FOR EACH ROW
  WHEN ((OLD.status, OLD.cancel_requested_at, OLD.not_before, OLD.claim_token)
    IS DISTINCT FROM (NEW.status, NEW.cancel_requested_at, NEW.not_before, NEW.claim_token))
  EXECUTE FUNCTION fair_queue.note_change();

-- A new owner of a function must be able to create in its schema; only for as long as this takes.
GRANT CREATE ON SCHEMA public, fair_queue TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOR signature IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'fair_queue'::regnamespace
      OR p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('claim_next_run', 'runs_to_ticket', 'follow_queue', 'queue_position', 'queue_demand', 'worker_runs')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public, fair_queue FROM holdout_system;

GRANT EXECUTE ON FUNCTION claim_next_run(text, int, text[]), runs_to_ticket(int), follow_queue(), queue_position(uuid), queue_demand(),
  worker_runs(text) TO holdout_worker;
GRANT EXECUTE ON FUNCTION queue_position(uuid), queue_demand(), follow_queue() TO holdout_api;

SELECT fair_queue.rebuild();
