-- The only ways to look across organizations. These functions belong to holdout_system, a role that cannot log in and may
-- touch the columns that they need; each answers no more than its caller must know.

GRANT SELECT ON organizations, memberships, users, invitations, runs, workers TO holdout_system;
GRANT UPDATE ON runs TO holdout_system;
GRANT SELECT, UPDATE ON run_phases TO holdout_system;
CREATE POLICY system ON organizations FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON memberships FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON users FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON invitations FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON runs TO holdout_system USING (true) WITH CHECK (true);
CREATE POLICY system ON run_phases TO holdout_system USING (true) WITH CHECK (true);

CREATE INDEX runs_waiting ON runs (organization_id, student_id, queued_at) WHERE status = 'QUEUED';
CREATE INDEX runs_leased ON runs (lease_expires_at) WHERE status = 'RUNNING';

-- Resource-seconds of the last hour by student. A run being worked on counts at least what one is expected to cost, or
-- workers that start together would all serve the same organization.
CREATE FUNCTION recent_usage() RETURNS TABLE (organization_id uuid, student_id uuid, seconds float8)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT r.organization_id, r.student_id,
    sum(CASE WHEN r.status = 'RUNNING' THEN greatest(extract(epoch FROM now() - r.started_at), 60) ELSE r.cpu_seconds END)::float8
  FROM runs r
  WHERE (r.status = 'RUNNING' AND r.lease_expires_at > now())
    OR (r.status = 'FINISHED' AND r.finished_at > now() - interval '1 hour')
  GROUP BY r.organization_id, r.student_id
$$;

-- Waiting runs in the order in which they are taken: the same rule as libs/fair-queue. Each run is tagged with the usage
-- that its student, then its organization, will have reached when its turn comes.
CREATE FUNCTION fair_order()
RETURNS TABLE (run_id uuid, organization_id uuid, student_id uuid, place bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH used AS MATERIALIZED (SELECT * FROM recent_usage()),
  by_organization AS (SELECT u.organization_id, sum(u.seconds) AS seconds FROM used u GROUP BY u.organization_id),
  waiting AS (
    SELECT r.id, r.organization_id, r.student_id, r.queued_at,
      coalesce(u.seconds, 0)
        + 60 * (row_number() OVER (PARTITION BY r.organization_id, r.student_id ORDER BY r.queued_at, r.id) - 1) AS student_tag
    FROM runs r LEFT JOIN used u ON u.organization_id = r.organization_id AND u.student_id = r.student_id
    WHERE r.status = 'QUEUED' AND r.cancel_requested_at IS NULL
  ), tagged AS (
    SELECT w.*,
      (coalesce(b.seconds, 0)
        + 60 * (row_number() OVER (PARTITION BY w.organization_id ORDER BY w.student_tag, w.queued_at, w.id) - 1))
      / o.weight AS tag
    FROM waiting w
    JOIN organizations o ON o.id = w.organization_id
    LEFT JOIN by_organization b ON b.organization_id = w.organization_id
  )
  SELECT t.id, t.organization_id, t.student_id, row_number() OVER (ORDER BY t.tag, t.queued_at, t.id) FROM tagged t
$$;

-- Takes the next run, or nothing. A student has at most two runs being worked on.
CREATE FUNCTION claim_next_run(p_worker_id text, p_lease_seconds int)
RETURNS TABLE (run_id uuid, organization_id uuid, claim_token uuid, attempt int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE candidate uuid;
BEGIN
  -- One claim at a time: two at once would both count the same running runs. A claim takes a few milliseconds.
  PERFORM pg_advisory_xact_lock(hashtextextended('claim', 0));
  PERFORM return_abandoned_runs();
  FOR candidate IN
    SELECT f.run_id FROM fair_order() f JOIN runs r ON r.id = f.run_id
    WHERE (r.not_before IS NULL OR r.not_before <= now())
      AND (SELECT count(*) FROM runs busy WHERE busy.organization_id = f.organization_id
        AND busy.student_id = f.student_id AND busy.status = 'RUNNING') < 2
    ORDER BY f.place
  LOOP
    -- Someone may hold the row, to cancel it say; then it is not next.
    PERFORM 1 FROM runs r WHERE r.id = candidate AND r.status = 'QUEUED' AND r.cancel_requested_at IS NULL
      FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
      RETURN QUERY
        UPDATE runs r SET status = 'RUNNING', claim_token = gen_random_uuid(), worker_id = p_worker_id,
          lease_expires_at = now() + make_interval(secs => p_lease_seconds), attempt = r.attempt + 1,
          started_at = coalesce(r.started_at, now())
        WHERE r.id = candidate
        RETURNING r.id, r.organization_id, r.claim_token, r.attempt;
      RETURN;
    END IF;
  END LOOP;
END $$;

-- Runs whose worker is gone: cancelled ones and those tried often enough end, the others wait again. Never charged.
CREATE FUNCTION return_abandoned_runs() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE abandoned runs;
BEGIN
  FOR abandoned IN
    SELECT * FROM runs r WHERE r.status = 'RUNNING' AND r.lease_expires_at < now() FOR UPDATE SKIP LOCKED
  LOOP
    UPDATE run_phases p SET status = 'FAILED', ended_at = now() WHERE p.run_id = abandoned.id AND p.status = 'RUNNING';
    IF abandoned.cancel_requested_at IS NOT NULL THEN
      UPDATE runs SET status = 'FINISHED', outcome = 'CANCELLED', message = 'Cancelled.', finished_at = now(),
        lease_expires_at = NULL WHERE id = abandoned.id;
    ELSIF abandoned.attempt >= 5 THEN
      UPDATE runs SET status = 'FINISHED', outcome = 'INFRASTRUCTURE_ERROR', finished_at = now(), lease_expires_at = NULL,
        message = 'Our machines failed five times while working on this run. It costs no attempt; please submit again.'
      WHERE id = abandoned.id;
    ELSE
      UPDATE runs SET status = 'QUEUED', claim_token = NULL, worker_id = NULL, lease_expires_at = NULL
      WHERE id = abandoned.id;
    END IF;
  END LOOP;
END $$;

-- HELD, CANCEL_REQUESTED or LOST.
CREATE FUNCTION renew_lease(p_run_id uuid, p_claim_token uuid, p_seconds int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE wants_stop boolean;
BEGIN
  UPDATE runs SET lease_expires_at = now() + make_interval(secs => p_seconds)
  WHERE id = p_run_id AND claim_token = p_claim_token AND status = 'RUNNING'
  RETURNING cancel_requested_at IS NOT NULL INTO wants_stop;
  RETURN CASE WHEN NOT FOUND THEN 'LOST' WHEN wants_stop THEN 'CANCEL_REQUESTED' ELSE 'HELD' END;
END $$;

CREATE FUNCTION runs_to_ticket(p_limit int) RETURNS TABLE (run_id uuid, organization_id uuid, attempt int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM return_abandoned_runs();
  RETURN QUERY
    SELECT r.id, r.organization_id, r.attempt + 1 FROM runs r
    WHERE r.status = 'QUEUED' AND r.cancel_requested_at IS NULL AND (r.not_before IS NULL OR r.not_before <= now())
    ORDER BY r.queued_at LIMIT p_limit;
END $$;

-- Place in the queue, and the estimated wall-clock seconds until a worker takes the run (null when no worker is up).
CREATE FUNCTION queue_position(p_run_id uuid) RETURNS TABLE ("position" int, ahead_seconds float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH placed AS MATERIALIZED (SELECT * FROM fair_order()),
  own AS (SELECT place FROM placed WHERE run_id = p_run_id),
  -- A minute where nothing of the kind was graded yet.
  usual AS (
    SELECT assignment_version_id, kind, avg(extract(epoch FROM finished_at - started_at))::float8 AS seconds
    FROM runs WHERE status = 'FINISHED' AND started_at IS NOT NULL AND finished_at > now() - interval '7 days'
      AND outcome IN ('SCORED', 'STUDENT_ERROR')
    GROUP BY assignment_version_id, kind
  ), ahead AS (
    SELECT coalesce(u.seconds, 60) AS seconds
    FROM placed p JOIN runs r ON r.id = p.run_id
    LEFT JOIN usual u ON u.assignment_version_id = r.assignment_version_id AND u.kind = r.kind
    WHERE p.place < (SELECT place FROM own)
    UNION ALL
    SELECT greatest(0, coalesce(u.seconds, 60) - extract(epoch FROM now() - r.started_at))::float8
    FROM runs r LEFT JOIN usual u ON u.assignment_version_id = r.assignment_version_id AND u.kind = r.kind
    WHERE r.status = 'RUNNING' AND r.lease_expires_at > now()
  ), fleet AS (
    SELECT coalesce(sum(concurrency), 0)::int AS slots FROM workers
    WHERE paused_at IS NULL AND seen_at > now() - interval '1 minute'
  )
  SELECT own.place::int,
    CASE WHEN fleet.slots = 0 THEN NULL
      WHEN (SELECT count(*) FROM ahead) < fleet.slots THEN 0
      ELSE (SELECT sum(seconds) FROM ahead) / fleet.slots END
  FROM own, fleet
$$;

CREATE FUNCTION memberships_of(p_user_id uuid)
RETURNS TABLE (id uuid, role "Role", organization_id uuid, organization_slug text, organization_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.role, o.id, o.slug, o.name FROM memberships m JOIN organizations o ON o.id = m.organization_id
  WHERE m.user_id = p_user_id AND o.archived_at IS NULL
  ORDER BY m.created_at, m.id
$$;

CREATE FUNCTION organization_by_slug(p_slug text) RETURNS TABLE (id uuid, slug text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name FROM organizations o WHERE o.slug = p_slug AND o.archived_at IS NULL
$$;

CREATE FUNCTION is_operator(p_user_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM users u WHERE u.id = p_user_id AND u.is_operator)
$$;

CREATE FUNCTION invitation_by_token(p_token_hash text) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.id, i.organization_id FROM invitations i
  WHERE i.token_hash = p_token_hash AND i.status = 'PENDING' AND i.expires_at > now()
$$;

CREATE FUNCTION is_invited(p_email_hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1 FROM invitations i WHERE i.email_hash = p_email_hash AND i.status = 'PENDING' AND i.expires_at > now())
$$;

-- A new owner of a function must be able to create in its schema; only for as long as this takes.
GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['recent_usage()', 'fair_order()', 'return_abandoned_runs()', 'claim_next_run(text, int)',
    'renew_lease(uuid, uuid, int)', 'runs_to_ticket(int)', 'queue_position(uuid)', 'memberships_of(uuid)',
    'organization_by_slug(text)', 'is_operator(uuid)', 'invitation_by_token(text)', 'is_invited(text)']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;

GRANT EXECUTE ON FUNCTION queue_position(uuid), memberships_of(uuid), organization_by_slug(text), is_operator(uuid),
  invitation_by_token(text), is_invited(text) TO holdout_api;
GRANT EXECUTE ON FUNCTION claim_next_run(text, int), renew_lease(uuid, uuid, int), runs_to_ticket(int),
  queue_position(uuid), organization_by_slug(text) TO holdout_worker;
