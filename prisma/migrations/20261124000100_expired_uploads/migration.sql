-- Rows of uploads that nobody submitted in time, of all organizations. A submitted one stays: it tells who handed in what.
GRANT SELECT, DELETE ON uploads TO holdout_system;
CREATE POLICY system ON uploads TO holdout_system USING (true) WITH CHECK (true);

CREATE FUNCTION sweep_expired_uploads(p_limit int) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (
    DELETE FROM uploads WHERE id IN (
      SELECT id FROM uploads WHERE expires_at < now() AND consumed_at IS NULL
      ORDER BY expires_at LIMIT p_limit)
    RETURNING 1)
  SELECT count(*)::int FROM gone
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION sweep_expired_uploads(int) FROM PUBLIC;
ALTER FUNCTION sweep_expired_uploads(int) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION sweep_expired_uploads(int) TO holdout_worker;
