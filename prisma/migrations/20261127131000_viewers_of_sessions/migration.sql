-- Whose sessions some tokens are, and what these people are: for requests that arrive together. Says, too, whether the
-- session may be in the middle of looking as a student, so that only such a one is asked further. viewer_of_session stays
-- for processes of the version before.
GRANT CREATE ON SCHEMA public TO holdout_system;
GRANT SELECT (session_id, ended_at) ON impersonations TO holdout_system;
CREATE POLICY system ON impersonations FOR SELECT TO holdout_system USING (true);
CREATE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND public.is_operator(u.id), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', m.organization_id,
      'organizationSlug', m.organization_slug, 'organizationName', m.organization_name))
    FROM public.memberships_of(u.id) m WHERE s."organizationId" IS NULL OR m.organization_id = s."organizationId"), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId"
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;
REVOKE EXECUTE ON FUNCTION viewers_of_sessions(text[]) FROM PUBLIC;
ALTER FUNCTION viewers_of_sessions(text[]) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION viewers_of_sessions(text[]) TO holdout_api;
