-- What a student sees of their own, their standings, attempts and dates, changes a few times a day and is read with every page. Two more
-- revisions tell whether it did, as content_revision does for what everybody reads alike: one for each student's work, and one for each
-- organization's cohorts, because a date or a team there changes what many see, and seldom does.

ALTER TABLE organizations ADD COLUMN cohorts_revision text NOT NULL DEFAULT '';
GRANT UPDATE (cohorts_revision) ON organizations TO holdout_system;

-- A student without a row has not done anything yet.
CREATE TABLE student_revisions (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  student_id uuid NOT NULL,
  revision text NOT NULL,
  PRIMARY KEY (organization_id, student_id)
);
ALTER TABLE student_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE student_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON student_revisions USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
CREATE POLICY system ON student_revisions TO holdout_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON student_revisions TO holdout_system;
GRANT SELECT ON student_revisions TO holdout_api;
GRANT SELECT ON lesson_readings TO holdout_system;

-- Of this transaction. A database that was restored may count its transactions from a lower number again, but not at the same time.
CREATE FUNCTION own_revision() RETURNS text LANGUAGE sql VOLATILE SET search_path = pg_catalog, public
RETURN pg_current_xact_id()::text || '@' || extract(epoch FROM transaction_timestamp());

-- Notes whose work a statement changed: "organization/student", with commas between. The setting ends with the transaction, and what a
-- savepoint takes back is taken back here too.
CREATE FUNCTION note_students(p_students text) RETURNS text LANGUAGE sql VOLATILE SET search_path = pg_catalog, public
RETURN set_config('app.changed_students', concat_ws(',', NULLIF(current_setting('app.changed_students', true), ''), p_students), true);

-- At the end of a transaction, for all of its students at once and always in the same order: two transactions that changed the work of the
-- same students would otherwise wait for each other. Who has to change the organization's row as well does that afterwards.
CREATE FUNCTION write_student_revisions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  students text := current_setting('app.changed_students', true);
BEGIN
  IF coalesce(students, '') = '' THEN RETURN; END IF;
  PERFORM set_config('app.changed_students', '', true);
  INSERT INTO student_revisions (organization_id, student_id, revision)
  SELECT DISTINCT split_part(named, '/', 1)::uuid, split_part(named, '/', 2)::uuid, own_revision()
  FROM string_to_table(students, ',') AS named ORDER BY 1, 2
  ON CONFLICT (organization_id, student_id) DO UPDATE SET revision = excluded.revision;
END $$;

-- A team's run is the work of each of its members.
CREATE FUNCTION note_new_runs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM note_students(string_agg(DISTINCT r.organization_id || '/' || s.id, ','))
  FROM changed r CROSS JOIN LATERAL (
    SELECT r.student_id AS id UNION SELECT m.user_id FROM team_members m WHERE m.team_id = r.team_id) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

-- A worker says every few seconds that it is still there; students see nothing of that.
CREATE FUNCTION note_changed_runs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM note_students(string_agg(DISTINCT r.organization_id || '/' || s.id, ','))
  FROM changed r JOIN earlier e USING (id) CROSS JOIN LATERAL (
    SELECT r.student_id AS id UNION SELECT m.user_id FROM team_members m WHERE m.team_id = r.team_id) s
  WHERE (r.status, r.outcome, r.reason, r.is_counted, r.kind, r.student_id, r.team_id, r.assignment_version_id, r.queued_at)
    IS DISTINCT FROM
    (e.status, e.outcome, e.reason, e.is_counted, e.kind, e.student_id, e.team_id, e.assignment_version_id, e.queued_at)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE FUNCTION note_new_scores() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM note_students(string_agg(DISTINCT r.organization_id || '/' || s.id, ','))
  FROM changed c JOIN runs r ON r.id = c.run_id CROSS JOIN LATERAL (
    SELECT r.student_id AS id UNION SELECT m.user_id FROM team_members m WHERE m.team_id = r.team_id) s
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE FUNCTION note_lesson_reading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM note_students(coalesce(NEW.organization_id, OLD.organization_id) || '/' || coalesce(NEW.user_id, OLD.user_id));
  RETURN NULL;
END $$;

CREATE FUNCTION write_revisions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM write_student_revisions();
  RETURN NULL;
END $$;

CREATE FUNCTION note_cohort_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM write_student_revisions();
  UPDATE organizations SET cohorts_revision = own_revision()
  WHERE id = coalesce(NEW.organization_id, OLD.organization_id) AND cohorts_revision <> own_revision();
  RETURN NULL;
END $$;

-- As before, after the students' own.
CREATE OR REPLACE FUNCTION note_content_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM write_student_revisions();
  UPDATE organizations SET content_revision = own_revision()
  WHERE id = coalesce(NEW.organization_id, OLD.organization_id) AND content_revision <> own_revision();
  RETURN NULL;
END $$;

-- The version of a lesson that a student began stays theirs.
CREATE CONSTRAINT TRIGGER content_change AFTER INSERT OR UPDATE OR DELETE ON lesson_versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_content_change();

-- Finished runs and scores are never changed or deleted, and unfinished runs are never deleted.
CREATE TRIGGER note_new AFTER INSERT ON runs REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_runs();
CREATE TRIGGER note_changed AFTER UPDATE ON runs REFERENCING NEW TABLE AS changed OLD TABLE AS earlier
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_runs();
CREATE TRIGGER note_new AFTER INSERT ON scores REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_scores();
CREATE TRIGGER note_reading AFTER INSERT OR UPDATE OR DELETE ON lesson_readings
  FOR EACH ROW EXECUTE FUNCTION note_lesson_reading();

DO $$
DECLARE changing text;
BEGIN
  FOREACH changing IN ARRAY ARRAY['runs', 'scores', 'lesson_readings'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER work_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION write_revisions()', changing);
  END LOOP;
  -- What a student may see of their own depends on all of these, late days of team-mates and grades that are held included.
  FOREACH changing IN ARRAY ARRAY['tracks', 'cohorts', 'cohort_assignments', 'enrollments', 'teams', 'team_members', 'extensions',
    'cohort_group_members', 'group_extensions', 'late_day_uses', 'rerun_works', 'reproductions']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER cohort_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_cohort_change()', changing);
  END LOOP;
END $$;

GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION own_revision(), note_students(text), write_student_revisions(), note_new_runs(), note_changed_runs(),
  note_new_scores(), note_lesson_reading(), write_revisions(), note_cohort_change() FROM PUBLIC;
ALTER FUNCTION own_revision() OWNER TO holdout_system;
ALTER FUNCTION note_students(text) OWNER TO holdout_system;
ALTER FUNCTION write_student_revisions() OWNER TO holdout_system;
ALTER FUNCTION note_new_runs() OWNER TO holdout_system;
ALTER FUNCTION note_changed_runs() OWNER TO holdout_system;
ALTER FUNCTION note_new_scores() OWNER TO holdout_system;
ALTER FUNCTION note_lesson_reading() OWNER TO holdout_system;
ALTER FUNCTION write_revisions() OWNER TO holdout_system;
ALTER FUNCTION note_cohort_change() OWNER TO holdout_system;

-- As before, with both revisions in each membership.
CREATE OR REPLACE FUNCTION viewers_of_sessions(p_tokens text[])
RETURNS TABLE (token text, session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean,
  memberships jsonb, may_look_as_student boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
  SELECT s."token", s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND coalesce(p.is_operator, false), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', o.id, 'organizationSlug', o.slug,
      'organizationName', o.name, 'accent', o.accent, 'logo', o.logo_digest, 'contentRevision', o.content_revision,
      'workRevision', o.cohorts_revision || ' ' || coalesce(w.revision, '')) ORDER BY m.created_at, m.id)
    FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
    LEFT JOIN public.student_revisions w ON w.organization_id = m.organization_id AND w.student_id = m.user_id
    WHERE m.user_id = u.id AND o.archived_at IS NULL AND (s."organizationId" IS NULL OR m.organization_id = s."organizationId")), '[]'),
    EXISTS (SELECT FROM public.impersonations i WHERE i.session_id = s.id::text AND i.ended_at IS NULL)
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId" LEFT JOIN public.users p ON p.id = u.id
  WHERE s."token" = ANY(p_tokens) AND s."expiresAt" > now()
$$;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
