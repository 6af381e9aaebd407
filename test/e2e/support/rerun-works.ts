import { onDatabase } from './deployment-database.js';

/** A student, with the points that count for them and those on the later version. */
export interface RerunWork {
  email: string;
  before: number;
  after: number;
}

/**
 * A later version of an assignment, and an open re-run on it whose runs have ended, as if each had been executed: that takes
 * minutes, and what is looked at is what an instructor then does. Written to the deployment's own database.
 */
export async function scoredRerun(assignmentSlug: string, works: readonly RerunWork[]): Promise<void> {
  await onDatabase(async (client) => {
    await client.query(
      `CREATE TEMP TABLE begun AS
       SELECT v.id AS earlier, gen_random_uuid() AS later, gen_random_uuid() AS rerun, v.assignment_id, v.organization_id, e.cohort_id
       FROM assignment_versions v JOIN assignments a ON a.id = v.assignment_id JOIN organizations o ON o.id = a.organization_id
       JOIN auth."user" u ON u.email = 'student@demo.holdout'
       JOIN enrollments e ON e.user_id = u.id::uuid AND e.withdrawn_at IS NULL
       WHERE a.slug = $1 AND o.slug = 'demo' ORDER BY v.version DESC LIMIT 1`,
      [assignmentSlug],
    );
    await client.query(LATER_VERSION);
    for (const { email, before, after } of works) await client.query(WORK, [email, before, after]);
  });
}

/** Copies of the rows of a version; `version` goes up by one. */
const copies = ['datasets', 'graders', 'rubric_versions'].map(
  (table) => `INSERT INTO ${table} SELECT (jsonb_populate_record(t,
      jsonb_build_object('id', gen_random_uuid(), 'assignment_version_id', begun.later))).*
    FROM ${table} t JOIN begun ON t.assignment_version_id = begun.earlier`,
);

const LATER_VERSION = [
  `INSERT INTO assignment_versions SELECT (jsonb_populate_record(v,
      jsonb_build_object('id', begun.later, 'version', v.version + 1))).*
    FROM assignment_versions v JOIN begun ON v.id = begun.earlier`,
  ...copies,
  `INSERT INTO reruns (id, organization_id, assignment_id, cohort_id, assignment_version_id, requested_by_id)
    SELECT rerun, organization_id, assignment_id, cohort_id, later,
      (SELECT id::uuid FROM auth."user" WHERE email = 'instructor@demo.holdout') FROM begun`,
].join(';\n');

const WORK = `
  WITH student AS (
    SELECT u.id::uuid AS id, begun.* FROM auth."user" u, begun WHERE u.email = $1
  ), submission AS (
    INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
    SELECT gen_random_uuid(), organization_id, assignment_id, id, repeat('c', 64), 10, 'project.zip' FROM student RETURNING *
  ), run AS (
    INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, is_counted, status, outcome, seed,
      started_at, finished_at)
    SELECT gen_random_uuid(), s.organization_id, s.id, v.version, s.student_id, v.kind, v.kind = 'CERTIFICATION', 'FINISHED', 'SCORED',
      7, now() - interval '1 minute', now()
    FROM submission s, begun,
      LATERAL (VALUES (earlier, 'CERTIFICATION'::"RunKind"), (later, 'REGRADE'::"RunKind")) AS v (version, kind)
    RETURNING *
  ), score AS (
    INSERT INTO scores (id, organization_id, run_id, rubric_version_id, split, value, low, high, pass_mark, is_passed, is_provisional,
      anchors_source, criteria, gates, findings, slices, plots, resampled_points)
    SELECT gen_random_uuid(), r.organization_id, r.id, u.id, 'PRIVATE_TEST', p.points, p.points - 3, p.points + 3, 70, p.points >= 70,
      false, 'SHIPPED', '[]', '[]', '[]', '[]', '[]', '{1,2}'
    FROM run r JOIN rubric_versions u ON u.assignment_version_id = r.assignment_version_id,
      LATERAL (SELECT CASE r.kind WHEN 'REGRADE' THEN $3::float8 ELSE $2::float8 END AS points) p
  )
  INSERT INTO rerun_works (id, organization_id, rerun_id, student_id, original_run_id, run_id, position, is_sample)
  SELECT gen_random_uuid(), student.organization_id, student.rerun, student.id, was.id, again.id, 0, true
  FROM student, run was, run again WHERE was.kind = 'CERTIFICATION' AND again.kind = 'REGRADE'`;
