-- As before, and again without functions that are called for each session, and planned once: every request asks this first.
CREATE OR REPLACE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND coalesce(p.is_operator, false), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', o.id, 'organizationSlug', o.slug,
      'organizationName', o.name, 'accent', o.accent, 'logo', o.logo_digest) ORDER BY m.created_at, m.id)
    FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
    WHERE m.user_id = u.id AND o.archived_at IS NULL AND (s."organizationId" IS NULL OR m.organization_id = s."organizationId")), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" LEFT JOIN public.users p ON p.id = u.id
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;
