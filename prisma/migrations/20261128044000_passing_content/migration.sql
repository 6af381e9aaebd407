-- What authors send holds what students must not see, in the clear: it is kept where files of runs are, which may go again, and goes once it
-- was worked on. As before of files of runs; besides, an archive stays until its import has ended, and data until its draft is published
-- or discarded. Body only: owner and grants stay.
CREATE OR REPLACE FUNCTION hold_artifact(p_digest text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('artifact:' || p_digest, 0));
  RETURN EXISTS (SELECT 1 FROM run_artifacts a WHERE a.digest = p_digest AND a.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM assignment_imports i WHERE i.archive_digest = p_digest AND i.finished_at IS NULL)
    OR EXISTS (SELECT 1 FROM assignment_drafts d WHERE d.data_digest = p_digest AND d.status <> 'PUBLISHED');
END $$;
