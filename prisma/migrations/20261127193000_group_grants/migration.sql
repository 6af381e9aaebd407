-- What is granted to a group holds for whoever is in it, as long as they are: an extension is read where it is asked for, never
-- copied. Late days are spent, so whoever joins is given them then.
ALTER TABLE cohort_groups ADD COLUMN late_days integer CHECK (late_days BETWEEN 0 AND 60);
GRANT UPDATE (late_days) ON cohort_groups TO holdout_api;

CREATE TABLE group_extensions (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  group_id uuid NOT NULL REFERENCES cohort_groups (id) ON DELETE CASCADE,
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  due_at timestamptz(3),
  extra_certifications integer NOT NULL DEFAULT 0,
  reason text NOT NULL,
  granted_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX group_extensions_group_id_assignment_id_key ON group_extensions (group_id, assignment_id);
CREATE INDEX group_extensions_organization_id_idx ON group_extensions (organization_id);

ALTER TABLE group_extensions ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_extensions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON group_extensions USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
GRANT SELECT, INSERT, UPDATE, DELETE ON group_extensions TO holdout_api;
GRANT SELECT ON cohort_groups, cohort_group_members, group_extensions TO holdout_worker;
GRANT SELECT ON cohort_group_members, group_extensions TO holdout_system;
CREATE POLICY system ON cohort_group_members FOR SELECT TO holdout_system USING (true);
CREATE POLICY system ON group_extensions FOR SELECT TO holdout_system USING (true);

-- What a student has beyond their cohort: the latest date and the most attempts of what they and their groups were granted.
CREATE FUNCTION extension_of(p_enrollment_id uuid, p_assignment_id uuid)
RETURNS TABLE (due_at timestamptz, extra_certifications int) LANGUAGE sql STABLE AS $$
  SELECT max(g.due_at), coalesce(max(g.extra_certifications), 0) FROM (
    SELECT x.due_at, x.extra_certifications FROM extensions x
    WHERE x.enrollment_id = p_enrollment_id AND x.assignment_id = p_assignment_id
    UNION ALL
    SELECT x.due_at, x.extra_certifications FROM cohort_group_members m JOIN group_extensions x ON x.group_id = m.group_id
    WHERE m.enrollment_id = p_enrollment_id AND x.assignment_id = p_assignment_id) g
$$;
REVOKE EXECUTE ON FUNCTION extension_of(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION extension_of(uuid, uuid) TO holdout_api, holdout_worker, holdout_system;

CREATE OR REPLACE FUNCTION leave_due_soon(p_now timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH told AS (
    INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
    SELECT e.organization_id, e.user_id, 'DUE_SOON', o.assignment_id
    FROM cohort_assignments o
    JOIN cohorts c ON c.id = o.cohort_id AND c.archived_at IS NULL
    JOIN enrollments e ON e.cohort_id = c.id AND e.withdrawn_at IS NULL
    LEFT JOIN team_members own ON own.user_id = e.user_id AND own.assignment_id = o.assignment_id
    -- One member's extension is the team's.
    CROSS JOIN LATERAL (
      SELECT max(x.due_at) AS due_at FROM enrollments mate CROSS JOIN LATERAL extension_of(mate.id, o.assignment_id) x
      WHERE mate.cohort_id = c.id AND (mate.id = e.id OR mate.user_id IN (SELECT m.user_id FROM team_members m WHERE m.team_id = own.team_id))
    ) x
    WHERE o.due_at IS NOT NULL
      AND greatest(o.due_at, x.due_at) > p_now AND greatest(o.due_at, x.due_at) <= p_now + interval '24 hours'
      AND NOT EXISTS (
        SELECT 1 FROM enrollments newer JOIN cohorts n ON n.id = newer.cohort_id
        WHERE newer.user_id = e.user_id AND n.track_id = c.track_id AND n.archived_at IS NULL
          AND newer.withdrawn_at IS NULL AND newer.created_at > e.created_at)
      AND NOT EXISTS (
        SELECT 1 FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
        WHERE (r.student_id = e.user_id OR r.team_id = own.team_id) AND v.assignment_id = o.assignment_id AND r.kind = 'CERTIFICATION'
          AND (r.outcome IS NULL OR r.outcome = 'SCORED'))
    ON CONFLICT (user_id, assignment_id) WHERE kind = 'DUE_SOON' DO NOTHING
    RETURNING 1)
  SELECT count(*)::int FROM told
$$;
