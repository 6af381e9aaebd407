-- Live updates: whoever listens reads again under the reader's own tenant. Equal payloads of one transaction arrive once.
CREATE FUNCTION notify_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE run text := to_jsonb(NEW) ->> CASE WHEN TG_TABLE_NAME = 'runs' THEN 'id' ELSE 'run_id' END;
BEGIN
  PERFORM pg_notify('holdout_run', json_build_object('organizationId', NEW.organization_id, 'runId', run)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER notify AFTER INSERT ON runs FOR EACH ROW EXECUTE FUNCTION notify_run();
-- Renewing a lease is nobody's news.
CREATE TRIGGER notify_change AFTER UPDATE ON runs FOR EACH ROW
  WHEN ((OLD.status, OLD.outcome, OLD.attempt, OLD.cancel_requested_at, OLD.not_before)
    IS DISTINCT FROM (NEW.status, NEW.outcome, NEW.attempt, NEW.cancel_requested_at, NEW.not_before))
  EXECUTE FUNCTION notify_run();
CREATE TRIGGER notify AFTER INSERT OR UPDATE ON run_phases FOR EACH ROW EXECUTE FUNCTION notify_run();
CREATE TRIGGER notify AFTER INSERT ON run_log_chunks FOR EACH ROW EXECUTE FUNCTION notify_run();
CREATE TRIGGER notify AFTER INSERT ON scores FOR EACH ROW EXECUTE FUNCTION notify_run();

-- The audit log: each event's hash covers the one before it, per organization. A change or a gap breaks the chain.
CREATE FUNCTION audit_hash(event audit_events) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    event.previous_hash, event.organization_id, event.actor_id, event.action, event.subject_type, event.subject_id,
    event.detail, to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || NEW.organization_id, 0));
  -- The id is drawn again under the lock, so that ids and chain have one order.
  NEW.id := nextval(pg_get_serial_sequence('audit_events', 'id'));
  NEW.created_at := date_trunc('milliseconds', clock_timestamp());
  SELECT hash INTO NEW.previous_hash FROM audit_events
    WHERE organization_id = NEW.organization_id ORDER BY id DESC LIMIT 1;
  NEW.previous_hash := coalesce(NEW.previous_hash, '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER chain BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

CREATE FUNCTION first_broken_audit_event() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT min(id) FROM (
    SELECT e.id, e.previous_hash, e.hash, audit_hash(e) AS computed,
      coalesce(lag(e.hash) OVER (ORDER BY e.id), '') AS expected_previous
    FROM audit_events e WHERE e.organization_id = current_organization()
  ) AS chained
  WHERE hash <> computed OR previous_hash <> expected_previous
$$;

CREATE INDEX audit_events_chain ON audit_events (organization_id, id DESC);

REVOKE EXECUTE ON FUNCTION audit_hash(audit_events), first_broken_audit_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_hash(audit_events) TO holdout_api, holdout_worker;
GRANT EXECUTE ON FUNCTION first_broken_audit_event() TO holdout_api;
