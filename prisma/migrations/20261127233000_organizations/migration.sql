-- Organizations as operators make and archive them, and what each looks like. The functions look across organizations, so they
-- decide themselves whom they answer: operators, and nobody else.

ALTER TABLE organizations
  ADD COLUMN accent text NOT NULL DEFAULT 'TEAL',
  -- Its logo among the blobs, and what kind of picture it is.
  ADD COLUMN logo_digest text,
  ADD COLUMN logo_type text,
  ADD CHECK ((logo_digest IS NULL) = (logo_type IS NULL));

-- An organization's share of the fleet, and whether it is archived, are not its own to say.
GRANT UPDATE (accent, logo_digest, logo_type) ON organizations TO holdout_api;
GRANT INSERT, UPDATE (name, weight, archived_at) ON organizations TO holdout_system;
CREATE POLICY system_insert ON organizations FOR INSERT TO holdout_system WITH CHECK (true);
CREATE POLICY system_update ON organizations FOR UPDATE TO holdout_system USING (true) WITH CHECK (true);

-- By name, from the one after p_after on.
CREATE FUNCTION watched_organizations(p_search text, p_after uuid, p_limit int)
RETURNS TABLE (id uuid, slug text, name text, weight float8, archived_at timestamptz, created_at timestamptz, members int, administrators int, open_runs int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name, o.weight, o.archived_at, o.created_at,
    (SELECT count(DISTINCT m.user_id)::int FROM memberships m WHERE m.organization_id = o.id),
    (SELECT count(*)::int FROM memberships m WHERE m.organization_id = o.id AND m.role = 'ADMIN'),
    (SELECT count(*)::int FROM runs r WHERE r.organization_id = o.id AND r.status IN ('QUEUED', 'RUNNING'))
  FROM organizations o
  WHERE is_operator(current_app_user())
    AND (strpos(lower(o.name), lower(p_search)) > 0 OR strpos(o.slug, lower(p_search)) > 0)
    AND (p_after IS NULL OR (lower(o.name), o.id) > (SELECT lower(a.name), a.id FROM organizations a WHERE a.id = p_after))
  ORDER BY lower(o.name), o.id LIMIT p_limit
$$;

-- Whether it was made; false where another has the slug, or has had it.
CREATE FUNCTION found_organization(p_id uuid, p_slug text, p_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT coalesce(is_operator(current_app_user()), false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Organizations are made by operators.';
  END IF;
  INSERT INTO organizations (id, slug, name) VALUES (p_id, p_slug, p_name) ON CONFLICT (slug) DO NOTHING;
  RETURN FOUND;
END $$;

-- What it was before; no row where there is no such organization, or nobody who may ask.
CREATE FUNCTION settle_organization(p_id uuid, p_name text, p_weight float8) RETURNS TABLE (name text, weight float8)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH before AS (
    SELECT o.id, o.name, o.weight FROM organizations o WHERE o.id = p_id AND is_operator(current_app_user()) FOR UPDATE
  ), changed AS (
    UPDATE organizations o SET name = p_name, weight = p_weight FROM before b WHERE o.id = b.id
  )
  SELECT b.name, b.weight FROM before b
$$;

-- Whether that changed anything. Nobody enters an archived organization; what runs there ends by itself, and all that it has stays.
CREATE FUNCTION archive_organization(p_id uuid, p_is_archived boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE organizations o SET archived_at = CASE WHEN p_is_archived THEN now() END
  WHERE o.id = p_id AND (o.archived_at IS NOT NULL) <> p_is_archived AND is_operator(current_app_user());
  RETURN FOUND;
END $$;

-- What was issued stays verifiable when its issuer is archived.
CREATE FUNCTION issuer_by_slug(p_slug text) RETURNS TABLE (id uuid, slug text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, o.slug, o.name FROM organizations o WHERE o.slug = p_slug
$$;

-- People of the organization by their addresses, as whoever writes a roster or looks for somebody knows them: of addresses that are
-- nobody's here nothing is said.
CREATE FUNCTION members_by_email(p_emails text[]) RETURNS TABLE (email text, user_id uuid, role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT lower(u.email), m.user_id, m.role FROM auth."user" u JOIN memberships m ON m.user_id = u.id::uuid
  WHERE lower(u.email) = ANY (p_emails) AND m.organization_id = current_organization()
$$;

-- For whoever signs in there, and so for everybody who knows its slug.
CREATE FUNCTION look_of_organization(p_slug text) RETURNS TABLE (accent text, logo_digest text, logo_type text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.accent, o.logo_digest, o.logo_type FROM organizations o WHERE o.slug = p_slug AND o.archived_at IS NULL
$$;

-- Where the roadmap that comes with the platform can be taken from: the organization with the most stages that nobody there wrote.
CREATE FUNCTION shipped_roadmap_place() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.organization_id FROM roadmap_versions v
  WHERE v.stage_id IS NOT NULL AND v.version = 1 AND v.published_by IS NULL AND is_operator(current_app_user())
  GROUP BY v.organization_id ORDER BY count(*) DESC, v.organization_id LIMIT 1
$$;
GRANT SELECT ON roadmap_versions TO holdout_system;
CREATE POLICY system ON roadmap_versions FOR SELECT TO holdout_system USING (true);

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['watched_organizations(text, uuid, int)', 'found_organization(uuid, text, text)',
    'settle_organization(uuid, text, float8)', 'archive_organization(uuid, boolean)', 'issuer_by_slug(text)',
    'look_of_organization(text)', 'members_by_email(text[])', 'shipped_roadmap_place()']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO holdout_api', signature);
  END LOOP;
END $$;

-- An archived organization lets nobody in by an invitation that was made before. Bodies only: owners and grants stay.
CREATE OR REPLACE FUNCTION invitation_by_token(p_token_hash text) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.id, i.organization_id FROM invitations i JOIN organizations o ON o.id = i.organization_id AND o.archived_at IS NULL
  WHERE i.token_hash = p_token_hash AND i.status = 'PENDING' AND i.expires_at > now()
$$;

CREATE OR REPLACE FUNCTION is_invited(p_email_hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1 FROM invitations i JOIN organizations o ON o.id = i.organization_id AND o.archived_at IS NULL
    WHERE i.email_hash = p_email_hash AND i.status = 'PENDING' AND i.expires_at > now())
$$;

-- As before, planned once too, with what each organization looks like.
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
REVOKE CREATE ON SCHEMA public FROM holdout_system;
