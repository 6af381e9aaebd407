-- What everybody in an organization reads alike, its stages, lessons, assignments and diagrams as they are published, changes seldom and is
-- read all day. A revision tells whether it did, so that the API may go on with what it has read before.

-- Of the transaction that changed something last; nothing is read from it but whether it is another.
ALTER TABLE organizations ADD COLUMN content_revision text NOT NULL DEFAULT '';
GRANT UPDATE (content_revision) ON organizations TO holdout_system;

CREATE FUNCTION note_content_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  -- A database that was restored may count its transactions from a lower number again, but not at the same time.
  revision text := pg_current_xact_id()::text || '@' || extract(epoch FROM transaction_timestamp());
BEGIN
  UPDATE organizations SET content_revision = revision
  WHERE id = coalesce(NEW.organization_id, OLD.organization_id) AND content_revision <> revision;
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION note_content_change() FROM PUBLIC;
ALTER FUNCTION note_content_change() OWNER TO holdout_system;

-- At the end of the transaction: two that change several things each, and the organization's row between, would wait for each other.
DO $$
DECLARE content text;
BEGIN
  FOREACH content IN ARRAY ARRAY['stages', 'lessons', 'concept_diagrams', 'assignments', 'assignment_versions', 'rubric_versions',
    'criteria', 'datasets', 'splits', 'calibrations']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER content_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_content_change()', content);
  END LOOP;
END $$;

-- As before, with the revision of each organization.
CREATE OR REPLACE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND coalesce(p.is_operator, false), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', o.id, 'organizationSlug', o.slug,
      'organizationName', o.name, 'accent', o.accent, 'logo', o.logo_digest, 'contentRevision', o.content_revision) ORDER BY m.created_at, m.id)
    FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
    WHERE m.user_id = u.id AND o.archived_at IS NULL AND (s."organizationId" IS NULL OR m.organization_id = s."organizationId")), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" LEFT JOIN public.users p ON p.id = u.id
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
