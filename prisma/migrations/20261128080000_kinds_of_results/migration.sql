-- What can be searched for was made of each kind of result whenever somebody searched. A result says itself now of which kind it is.
ALTER TABLE candidate_results
  -- { name: { label, direction } }: its metrics without what was measured
  ADD COLUMN shown jsonb NOT NULL DEFAULT '{}',
  -- Tells what is shown apart. That may be longer than an index takes, hence its digest.
  ADD COLUMN kind text NOT NULL DEFAULT '';

CREATE FUNCTION say_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.shown := shown_metrics(NEW.metrics);
  NEW.kind := md5(NEW.shown::text);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION say_kind() FROM PUBLIC;
CREATE TRIGGER say_kind BEFORE INSERT OR UPDATE ON candidate_results FOR EACH ROW EXECUTE FUNCTION say_kind();
