-- The deployment has an audit log of its own, for what operators do that is no organization's. It is one more chain of the same table:
-- its place is the id that no organization has, so that all that appends to a log, reads and checks one serves it as well.
-- Through the API it is for operators alone, to read and to append to. The rule narrows the tenant's, which stays.
CREATE POLICY deployment ON audit_events AS RESTRICTIVE TO holdout_api
  USING (organization_id <> '00000000-0000-0000-0000-000000000000' OR (SELECT is_operator(current_app_user())))
  WITH CHECK (organization_id <> '00000000-0000-0000-0000-000000000000' OR (SELECT is_operator(current_app_user())));

-- Names of those among these people who operate the deployment, for each other. Organizations are never told them.
CREATE FUNCTION operator_names(p_ids uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.name FROM auth."user" u
  WHERE u.id = ANY (p_ids) AND is_operator(u.id) AND is_operator(current_app_user())
$$;
REVOKE EXECUTE ON FUNCTION operator_names(uuid[]) FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO holdout_system;
ALTER FUNCTION operator_names(uuid[]) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION operator_names(uuid[]) TO holdout_api;
