/**
 * What someone would write by hand for the pages: one statement each that answers the page's data as one JSON value. $1 is the
 * viewer, $2 the organization, $3 the assignment's slug. Names stay sealed, as only the application has the key.
 */
const assignment = `(SELECT id FROM assignments WHERE organization_id = $2 AND slug = $3)`;
const version = `(SELECT id FROM assignment_versions WHERE assignment_id = ${assignment} AND published_at IS NOT NULL
  ORDER BY version DESC LIMIT 1)`;
const stage = `(SELECT json_build_object('id', g.id, 'slug', g.slug, 'position', g.position, 'title', g.title)
  FROM stages g WHERE g.id = a.stage_id)`;
const sealedName = (id: string) => `(SELECT json_build_array(u.display_name, k.wrapped_key)
  FROM users u LEFT JOIN user_keys k ON k.user_id = u.id WHERE u.id = ${id})`;

export const SMALLEST = `
  SELECT json_build_object('pseudonym', (SELECT name FROM pseudonyms WHERE user_id = $1::uuid AND organization_id = $2::uuid),
    'slug', $3::text) AS page`;

export const ROADMAP = `
  SELECT json_build_object('track', (SELECT json_build_object('slug', t.slug, 'title', t.title, 'summary', t.summary)
      FROM tracks t WHERE t.organization_id = $2 ORDER BY t.created_at LIMIT 1),
    'stages', (SELECT json_agg(json_build_object('id', g.id, 'slug', g.slug, 'position', g.position, 'title', g.title,
      'goal', g.goal, 'unlocks', g.unlocks, 'passesNeeded', g.passes_needed,
      'lessons', (SELECT json_agg(json_build_object('id', l.id, 'slug', l.slug, 'title', l.title, 'minutes', l.minutes)
          ORDER BY l.position) FROM lessons l WHERE l.stage_id = g.id AND l.published_at IS NOT NULL),
      'assignments', (SELECT json_agg(json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title,
          'summary', a.summary, 'best', best.points, 'passed', best.passed) ORDER BY a.position)
        FROM assignments a CROSS JOIN LATERAL (
          SELECT max(s.value) AS points, bool_or(s.is_passed) AS passed FROM runs r JOIN scores s ON s.run_id = r.id
          JOIN assignment_versions v ON v.id = r.assignment_version_id
          WHERE v.assignment_id = a.id AND r.organization_id = $2 AND r.student_id = $1) best
        WHERE a.stage_id = g.id AND EXISTS (
          SELECT 1 FROM assignment_versions v WHERE v.assignment_id = a.id AND v.published_at IS NOT NULL))) ORDER BY g.position)
      FROM stages g WHERE g.organization_id = $2),
    'evidence', (SELECT json_agg(json_build_object('skills', c.skills, 'criterion', c.title, 'points', item -> 'points',
        'weight', c.weight, 'runId', r.id))
      FROM runs r JOIN scores s ON s.run_id = r.id CROSS JOIN LATERAL jsonb_array_elements(s.criteria) item
      JOIN criteria c ON c.rubric_version_id = s.rubric_version_id AND c.key = item ->> 'key'
      WHERE r.organization_id = $2 AND r.student_id = $1 AND r.kind = 'CERTIFICATION'),
    'diagrams', (SELECT json_agg(json_build_object('id', d.id, 'slug', d.slug, 'title', d.title, 'summary', d.summary,
        'nodes', d.nodes, 'edges', d.edges) ORDER BY d.position)
      FROM concept_diagrams d WHERE d.organization_id = $2), 'slug', $3::text) AS page`;

export const ASSIGNMENT = `
  SELECT json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title, 'summary', a.summary, 'stage', ${stage},
    'version', json_build_object('id', v.id, 'version', v.version, 'brief', v.brief, 'definition', v.definition,
      'anchors', v.shipped_anchors, 'publishedAt', v.published_at),
    'criteria', (SELECT json_agg(c ORDER BY c.position) FROM criteria c WHERE c.rubric_version_id = (
      SELECT b.id FROM rubric_versions b WHERE b.assignment_version_id = v.id ORDER BY b.version DESC LIMIT 1)),
    'dataset', (SELECT to_json(d) FROM datasets d WHERE d.assignment_version_id = v.id),
    'splits', (SELECT json_agg(p ORDER BY p.name) FROM splits p JOIN datasets d ON d.id = p.dataset_id
      WHERE d.assignment_version_id = v.id),
    'calibration', (SELECT to_json(b) FROM calibrations b WHERE b.assignment_version_id = v.id),
    'opening', (SELECT json_build_object('opensAt', o.opens_at, 'dueAt', o.due_at, 'closesAt', o.closes_at, 'timeZone', c.time_zone,
        'extended', x.due_at, 'extra', x.extra_certifications, 'lateDays', n.late_days_left)
      FROM enrollments n JOIN cohorts c ON c.id = n.cohort_id
      LEFT JOIN cohort_assignments o ON o.cohort_id = c.id AND o.assignment_id = a.id
      LEFT JOIN extensions x ON x.enrollment_id = n.id AND x.assignment_id = a.id
      WHERE n.organization_id = $2 AND n.user_id = $1 AND n.withdrawn_at IS NULL ORDER BY n.created_at DESC LIMIT 1),
    'own', (SELECT json_build_object('used', count(*), 'best', max(s.value), 'passed', bool_or(s.is_passed))
      FROM runs r LEFT JOIN scores s ON s.run_id = r.id
      WHERE r.organization_id = $2 AND r.student_id = $1 AND r.assignment_version_id = v.id)) AS page
  FROM assignments a JOIN assignment_versions v ON v.id = ${version} WHERE a.id = ${assignment}`;

const placeOf = (entry: string) => `(SELECT count(*) + 1 FROM leaderboard_entries b
  WHERE b.assignment_version_id = ${entry}.assignment_version_id AND b.split = ${entry}.split AND b.value > ${entry}.value)`;

export const LEADERBOARD = `
  SELECT json_build_object('assignment', (SELECT json_build_object('id', a.id, 'slug', a.slug, 'title', a.title, 'stage', ${stage})
      FROM assignments a WHERE a.id = ${assignment}),
    'passMark', (SELECT v.definition -> 'passMark' FROM assignment_versions v WHERE v.id = ${version}),
    'closesAt', (SELECT o.closes_at FROM enrollments n JOIN cohort_assignments o ON o.cohort_id = n.cohort_id
      WHERE n.organization_id = $2 AND n.user_id = $1 AND o.assignment_id = ${assignment} LIMIT 1),
    'rows', (SELECT json_agg(e) FROM (
      SELECT l.id, l.student_id, l.run_id, l.value, l.low, l.high, ${sealedName('l.student_id')} AS name,
        (SELECT p.name FROM pseudonyms p WHERE p.user_id = l.student_id AND p.organization_id = $2) AS pseudonym,
        (SELECT ${placeOf('m')} FROM leaderboard_entries m WHERE m.student_id = l.student_id
          AND m.assignment_version_id = l.assignment_version_id AND m.split = 'PUBLIC_TEST') AS public_rank
      FROM leaderboard_entries l
      WHERE l.assignment_version_id = ${version} AND l.split = 'PRIVATE_TEST'
      ORDER BY l.value DESC, l.id LIMIT 50) e),
    'own', (SELECT json_build_object('rank', ${placeOf('m')}, 'points', m.value, 'low', m.low, 'high', m.high)
      FROM leaderboard_entries m
      WHERE m.student_id = $1 AND m.split = 'PRIVATE_TEST' AND m.assignment_version_id = ${version}),
    'change', (SELECT s.ladder FROM scores s JOIN runs r ON r.id = s.run_id
      WHERE r.organization_id = $2 AND r.student_id = $1 AND r.kind = 'PRACTICE'
      AND r.assignment_version_id = ${version} ORDER BY s.created_at DESC LIMIT 1),
    'cohorts', (SELECT json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name))
      FROM cohorts c JOIN enrollments n ON n.cohort_id = c.id
      WHERE n.organization_id = $2 AND n.user_id = $1 AND n.withdrawn_at IS NULL)) AS page`;

export const GRADING_QUEUE = `
  WITH counted AS (
    SELECT DISTINCT ON (v.assignment_id, r.student_id) v.assignment_id, r.id, r.student_id, r.submission_id, s.value
    FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
    CROSS JOIN LATERAL (SELECT s.value FROM scores s WHERE s.run_id = r.id AND s.cause = 'GRADED'
      ORDER BY s.created_at DESC LIMIT 1) s
    WHERE r.organization_id = $2 AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
    ORDER BY v.assignment_id, r.student_id, s.value DESC, r.queued_at DESC
  ), reviewed AS (
    SELECT c.*, (SELECT b.created_at FROM submissions b WHERE b.id = c.submission_id) AS submitted_at, count(w.id) FILTER (WHERE w.status = 'FINISHED') AS finished,
      array_agg(w.grader_id) FILTER (WHERE w.id IS NOT NULL) AS graders, bool_or(w.grader_id = $1) AS mine
    FROM counted c LEFT JOIN reviews w ON w.run_id = c.id
    GROUP BY c.assignment_id, c.id, c.student_id, c.submission_id, c.value
  )
  SELECT json_build_object(
    'queues', (SELECT json_agg(json_build_object('assignment', json_build_object('id', a.id, 'slug', a.slug, 'title', a.title),
        'total', q.total, 'finished', q.finished, 'mine', q.mine, 'policy', (SELECT to_json(p) FROM review_policies p
          WHERE p.assignment_id = a.id)))
      FROM (SELECT assignment_id, count(*) AS total, count(*) FILTER (WHERE finished > 0) AS finished,
        count(*) FILTER (WHERE mine) AS mine FROM reviewed GROUP BY assignment_id) q JOIN assignments a ON a.id = q.assignment_id),
    'rows', (SELECT json_agg(q) FROM (SELECT c.id, c.submitted_at, c.value, c.finished, c.graders, c.mine,
        ${sealedName('c.student_id')} AS student,
        (SELECT s.value FROM scores s WHERE s.run_id = c.id ORDER BY s.created_at DESC LIMIT 1) AS points
      FROM reviewed c WHERE c.assignment_id = ${assignment} AND c.finished < 1 ORDER BY c.submitted_at, c.id LIMIT 51) q),
    'first', (SELECT c.id FROM reviewed c WHERE c.assignment_id = ${assignment} AND c.finished < 1
      ORDER BY NOT coalesce(c.mine, false), c.submitted_at, c.id LIMIT 1)) AS page`;

const kind = `r.assignment_slug, r.assignment_title, md5(shown_metrics(r.metrics)::text)`;

export const PORTFOLIO_SEARCH = `
  WITH RECURSIVE kinds AS (
    (SELECT ${kind} AS shown, r.metrics FROM candidate_results r ORDER BY ${kind} LIMIT 1)
    UNION ALL
    SELECT n.* FROM kinds k CROSS JOIN LATERAL (SELECT ${kind}, r.metrics FROM candidate_results r
      WHERE (${kind}) > (k.assignment_slug, k.assignment_title, k.shown) ORDER BY ${kind} LIMIT 1) n
  )
  SELECT json_build_object('candidates', (SELECT json_agg(q) FROM (
      SELECT c.portfolio_id, p.headline, p.pseudonym, ${sealedName('c.student_id')} AS name, c.location, c.is_remote,
        o.name AS issuer, c.skills, (SELECT json_agg(json_build_object('assignmentSlug', r.assignment_slug,
          'assignmentTitle', r.assignment_title, 'points', r.value, 'low', r.low, 'high', r.high) ORDER BY r.position)
          FROM candidate_results r WHERE r.portfolio_id = c.portfolio_id) AS results
      FROM candidate_projections c JOIN portfolios p ON p.id = c.portfolio_id JOIN organizations o ON o.id = c.organization_id
      WHERE c.newest_at IS NOT NULL AND (c.skills ->> 'MATHEMATICS')::float8 >= 80
      ORDER BY c.newest_at DESC, c.portfolio_id DESC LIMIT 21) q),
    'projects', (SELECT json_agg(q) FROM (
      SELECT r.assignment_slug, min(r.assignment_title) AS title, jsonb_object_agg(m.key, m.value - 'value' - 'low' - 'high') AS metrics
      FROM kinds r CROSS JOIN LATERAL jsonb_each(r.metrics) m GROUP BY r.assignment_slug ORDER BY 2) q),
    'asked', json_build_array($1::text, $2::text, $3::text)) AS page`;

export const ADMIN_QUEUE = `
  SELECT json_build_object('workers', (SELECT json_agg(w) FROM workers w),
    'queue', (SELECT json_agg(q) FROM (
      SELECT e.organization_id, o.name, e.lane, e.resource, count(*) FILTER (WHERE e.taken_at IS NULL) AS waiting,
        sum(e.expected_seconds) FILTER (WHERE e.taken_at IS NULL) AS seconds, count(e.taken_at) AS running, min(e.queued_at) AS oldest
      FROM fair_queue.entries e JOIN organizations o ON o.id = e.organization_id
      GROUP BY e.organization_id, o.name, e.lane, e.resource ORDER BY o.name, e.lane) q),
    'runs', (SELECT json_agg(q) FROM (
      SELECT r.id, o.name, r.kind, r.status, e.lane, r.worker_id, r.attempt, r.queued_at, (SELECT p.label FROM run_phases p
        WHERE p.run_id = r.id AND p.attempt = r.attempt AND p.status = 'RUNNING' LIMIT 1) AS phase,
        r.status = 'QUEUED' AND NOT EXISTS (SELECT 1 FROM workers w WHERE w.seen_at > now() - interval '1 minute') AS stuck
      FROM runs r JOIN organizations o ON o.id = r.organization_id LEFT JOIN fair_queue.entries e ON e.run_id = r.id
      WHERE r.status <> 'FINISHED' ORDER BY r.queued_at LIMIT 200) q),
    'endings', (SELECT json_agg(q) FROM (
      SELECT r.outcome, r.reason, count(*), max(r.finished_at) FROM runs r
      WHERE r.status = 'FINISHED' AND r.finished_at > now() - interval '1 day' GROUP BY 1, 2 ORDER BY 3 DESC) q),
    'asked', json_build_array($1::text, $2::text, $3::text)) AS page`;
