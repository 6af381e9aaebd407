-- Until 20261128044000 what authors sent went to what is kept for good, in the clear: hidden data with it. What is on record of that is noted
-- here, and the worker deletes it once nothing needs it. The list holds digests alone, belongs to the deployment and only gets shorter.
CREATE TABLE passed_content (digest text PRIMARY KEY);

GRANT SELECT, INSERT, DELETE ON passed_content TO holdout_system;
GRANT SELECT ON submission_sources, figures, assignment_exports, submissions, assignment_versions, organizations TO holdout_system;
CREATE POLICY system ON submission_sources FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON figures FOR SELECT TO holdout_system USING (true);

SET ROLE holdout_system;
INSERT INTO passed_content
SELECT archive_digest FROM assignment_imports UNION SELECT data_digest FROM assignment_drafts WHERE data_digest IS NOT NULL;
RESET ROLE;

-- Those that nobody works on any more, and that are not the same bytes as something that stays.
CREATE FUNCTION removable_content(p_limit int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.digest FROM passed_content p
  WHERE NOT EXISTS (SELECT 1 FROM assignment_imports i WHERE i.archive_digest = p.digest AND i.finished_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM assignment_drafts d WHERE d.data_digest = p.digest AND d.status <> 'PUBLISHED')
    AND NOT EXISTS (SELECT 1 FROM assignment_exports x WHERE x.sealed_digest = p.digest)
    AND NOT EXISTS (SELECT 1 FROM assignment_versions v WHERE p.digest IN (v.starter_digest, v.public_bundle_digest))
    AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.archive_digest = p.digest)
    AND NOT EXISTS (SELECT 1 FROM submission_sources s WHERE s.digest = p.digest)
    AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.digest = p.digest)
    AND NOT EXISTS (SELECT 1 FROM organizations o WHERE o.logo_digest = p.digest)
  ORDER BY p.digest LIMIT p_limit
$$;

CREATE FUNCTION forget_content(p_digest text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM passed_content WHERE digest = p_digest
$$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION removable_content(int), forget_content(text) FROM PUBLIC;
ALTER FUNCTION removable_content(int) OWNER TO holdout_system;
ALTER FUNCTION forget_content(text) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION removable_content(int), forget_content(text) TO holdout_worker;
