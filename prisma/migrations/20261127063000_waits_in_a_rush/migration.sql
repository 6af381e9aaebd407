-- Before a deadline many hand in, and some of them go before runs that wait already: told by what waits alone, a wait was half as
-- long as it came to be. As much as was handed in within ten minutes is expected to come once more. The same as `waitingSeconds`
-- in libs/fair-queue; a re-run of a cohort, which stands as if it came later, is nobody's rush.
CREATE INDEX entries_arrived ON fair_queue.entries (lane, queued_at) WHERE taken_at IS NULL;

CREATE OR REPLACE FUNCTION queue_position(p_run_id uuid) RETURNS TABLE ("position" int, ahead_seconds float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, fair_queue, public AS $$
DECLARE own entries; own_pass float8; inside record; elsewhere record; fleet record; own_running int; rounds float8; ahead float8; arrived float8;
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
  SELECT coalesce(sum(e.expected_seconds), 0)::float8 INTO arrived FROM entries e
  WHERE e.lane = own.lane AND e.taken_at IS NULL AND e.queued_at > now() - interval '10 minutes' AND e.queued_at <= now();
  "position" := 1 + inside.runs + elsewhere.runs;
  ahead := inside.seconds + elsewhere.seconds + fleet.remaining;
  ahead_seconds := CASE WHEN fleet.slots = 0 THEN NULL
    WHEN "position" - 1 + fleet.busy < fleet.slots THEN rounds
    ELSE greatest(rounds, (ahead + least(ahead, arrived)) / fleet.slots) END;
  RETURN NEXT;
END $$;
