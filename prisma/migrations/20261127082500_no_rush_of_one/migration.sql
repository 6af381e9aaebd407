-- Whoever hands in alone is no rush: the run whose wait is told does not count among those that came lately. It told the second in
-- the queue of a quiet evening twice its wait.
DO $$
DECLARE
  was text := pg_get_functiondef('queue_position(uuid)'::regprocedure);
  counted CONSTANT text := 'AND e.queued_at <= now();';
BEGIN
  IF position(counted IN was) = 0 THEN RAISE EXCEPTION 'queue_position is not as the migration before it left it.'; END IF;
  EXECUTE replace(was, counted, 'AND e.queued_at <= now() AND e.run_id <> own.run_id;');
END $$;
