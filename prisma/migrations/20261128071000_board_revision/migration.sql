-- A page of a leaderboard is the same for everybody who may see it, and is opened far more often than somebody's place on it changes. A
-- revision of all boards of an organization tells whether anything did, so that the API may go on with the page it has read before.
--
-- It is correct because the API reads the revision before it reads a board, and each change commits together with a revision that was
-- never used before. So what the API keeps under a revision is never older than it, and whoever asks after a change has committed is told
-- another revision. Revisions are compared for equality only: it does not matter in which order transactions commit.

ALTER TABLE organizations ADD COLUMN board_revision text NOT NULL DEFAULT '';
GRANT UPDATE (board_revision) ON organizations TO holdout_system;

-- Students come before organizations, as everywhere. Several organizations can only be changed at once through a person who belongs to
-- them; in the order of their ids, because otherwise two transactions could wait for each other.
CREATE FUNCTION write_board_revisions(p_organizations uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM write_student_revisions();
  UPDATE organizations o SET board_revision = own_revision()
  FROM (SELECT id FROM organizations WHERE id = ANY (p_organizations) AND board_revision <> own_revision() ORDER BY id
    FOR NO KEY UPDATE) changed
  WHERE o.id = changed.id;
END $$;

CREATE FUNCTION note_board_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM write_board_revisions(ARRAY[coalesce(NEW.organization_id, OLD.organization_id)]);
  RETURN NULL;
END $$;

-- Of a person's name, or the key that it is encrypted with: in all organizations that see it.
CREATE FUNCTION note_name_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE person uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'users' THEN person := coalesce(NEW.id, OLD.id);
    WHEN 'user_keys' THEN person := coalesce(NEW.user_id, OLD.user_id);
  END CASE;
  PERFORM write_board_revisions(ARRAY(SELECT DISTINCT m.organization_id FROM memberships m WHERE m.user_id = person));
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION write_board_revisions(uuid[]), note_board_change(), note_name_change() FROM PUBLIC;
ALTER FUNCTION write_board_revisions(uuid[]) OWNER TO holdout_system;
ALTER FUNCTION note_board_change() OWNER TO holdout_system;
ALTER FUNCTION note_name_change() OWNER TO holdout_system;

-- All that a board shows, and all that decides to whom it shows it: who is on it with what, what they are called, whose grades are held,
-- who is in the cohort. Not watched are a run's kind, holder and version, which never change once it has a score, scores and published
-- versions, which never change at all, and reproductions, which are on no board.
--
-- At the end of the transaction: transactions of one organization wait for each other only while one of them is being written to disk,
-- and hold nothing then that the other could need.
DO $$
DECLARE watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['leaderboard_entries', 'pseudonyms', 'teams', 'team_members', 'memberships', 'cohort_assignments',
    'rerun_works']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER board_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_board_change()', watched);
  END LOOP;
  FOREACH watched IN ARRAY ARRAY['users', 'user_keys'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER board_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_name_change()', watched);
  END LOOP;
END $$;
-- Late days are paid from it too, at every late submission.
CREATE CONSTRAINT TRIGGER board_change AFTER INSERT OR UPDATE OF cohort_id, user_id, withdrawn_at OR DELETE ON enrollments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_board_change();

-- As before, with the revision of each organization's boards.
CREATE OR REPLACE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND coalesce(p.is_operator, false), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', o.id, 'organizationSlug', o.slug,
      'organizationName', o.name, 'accent', o.accent, 'logo', o.logo_digest, 'contentRevision', o.content_revision,
      'boardRevision', o.board_revision, 'workRevision', o.cohorts_revision || ' ' || coalesce(w.revision, '')) ORDER BY m.created_at, m.id)
    FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
    LEFT JOIN public.student_revisions w ON w.organization_id = m.organization_id AND w.student_id = m.user_id
    WHERE m.user_id = u.id AND o.archived_at IS NULL AND (s."organizationId" IS NULL OR m.organization_id = s."organizationId")), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" LEFT JOIN public.users p ON p.id = u.id
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
