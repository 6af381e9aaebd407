-- Whose session a token is and what they are here, in one statement: every request asks. Whoever holds the token is who it says.
GRANT SELECT (id, "token", "userId", "expiresAt") ON auth."session" TO holdout_system;
GRANT CREATE ON SCHEMA public TO holdout_system;
CREATE FUNCTION viewer_of_session(p_token text)
RETURNS TABLE (session_id uuid, user_id uuid, name text, email text, is_operator boolean, memberships jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, u.id, u.name, u.email, public.is_operator(u.id), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', m.organization_id,
      'organizationSlug', m.organization_slug, 'organizationName', m.organization_name))
    FROM public.memberships_of(u.id) m), '[]')
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId"
  WHERE s."token" = p_token AND s."expiresAt" > now()
$$;
REVOKE EXECUTE ON FUNCTION viewer_of_session(text) FROM PUBLIC;
ALTER FUNCTION viewer_of_session(text) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION viewer_of_session(text) TO holdout_api;
