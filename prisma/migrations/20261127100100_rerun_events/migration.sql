-- Whoever looks at a re-run hears of what is decided, of every work that is put in force, and of every run of it that goes on.
CREATE TRIGGER notify AFTER UPDATE ON reruns FOR EACH ROW EXECUTE FUNCTION notify_by_id();

CREATE FUNCTION notify_rerun() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('holdout_run', json_build_object('organizationId', NEW.organization_id, 'runId', NEW.rerun_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notify AFTER UPDATE ON rerun_works FOR EACH ROW EXECUTE FUNCTION notify_rerun();

-- A run is claimed by a role that sees no re-runs.
CREATE FUNCTION notify_rerun_of_run() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('holdout_run', json_build_object('organizationId', w.organization_id, 'runId', w.rerun_id)::text)
    FROM rerun_works w WHERE w.run_id = NEW.id;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION notify_rerun_of_run() FROM PUBLIC;
ALTER FUNCTION notify_rerun_of_run() OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
CREATE TRIGGER notify_rerun AFTER UPDATE ON runs FOR EACH ROW
  WHEN (NEW.kind = 'REGRADE' AND (OLD.status, OLD.outcome) IS DISTINCT FROM (NEW.status, NEW.outcome))
  EXECUTE FUNCTION notify_rerun_of_run();
