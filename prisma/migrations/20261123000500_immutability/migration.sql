-- What was published, handed in, finished or recorded is never changed, whoever asks.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

CREATE FUNCTION refuse_change_of_finished_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'run % is finished: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

-- Phases and logs belong to their run and end with it.
CREATE FUNCTION refuse_part_of_finished_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE run uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.run_id ELSE NEW.run_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM runs WHERE id = run AND status = 'FINISHED') THEN
    RAISE EXCEPTION 'run % is finished: % on % refused', run, lower(TG_OP), TG_TABLE_NAME USING ERRCODE = 'HD001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'assignment version % is published: % refused', OLD.id, lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

-- Parts of a version: the argument says how to find it from the part's row.
CREATE FUNCTION refuse_change_of_published_part() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE version uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'splits' THEN SELECT d.assignment_version_id INTO version FROM datasets d WHERE d.id = OLD.dataset_id;
    WHEN 'criteria' THEN SELECT r.assignment_version_id INTO version FROM rubric_versions r WHERE r.id = OLD.rubric_version_id;
    ELSE version := OLD.assignment_version_id;
  END CASE;
  IF EXISTS (SELECT 1 FROM assignment_versions WHERE id = version AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'assignment version % is published: % on % refused', version, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'HD001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_change_of_signed_receipt() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- A receipt may be signed once, later; what it says may not change.
  IF TG_OP = 'UPDATE' AND OLD.signature IS NULL AND NEW.signature IS NOT NULL
    AND (NEW.id, NEW.organization_id, NEW.run_id, NEW.statement, NEW.digest, NEW.created_at)
      = (OLD.id, OLD.organization_id, OLD.run_id, OLD.statement, OLD.digest, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'receipts is append-only: % refused', lower(TG_OP) USING ERRCODE = 'HD001';
END $$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON metric_values FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON scores FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON manual_grades FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON receipts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_receipt();

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON runs
  FOR EACH ROW WHEN (OLD.status = 'FINISHED') EXECUTE FUNCTION refuse_change_of_finished_run();
CREATE TRIGGER immutable BEFORE INSERT OR UPDATE OR DELETE ON run_phases
  FOR EACH ROW EXECUTE FUNCTION refuse_part_of_finished_run();
CREATE TRIGGER immutable BEFORE INSERT OR UPDATE OR DELETE ON run_log_chunks
  FOR EACH ROW EXECUTE FUNCTION refuse_part_of_finished_run();

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON assignment_versions
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_version();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON datasets FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON splits FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON graders FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON rubric_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON criteria FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['submissions', 'runs', 'metric_values', 'scores', 'manual_grades', 'receipts', 'audit_events',
    'assignment_versions']
  LOOP
    EXECUTE format(
      'CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;
