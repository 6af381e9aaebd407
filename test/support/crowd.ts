import pg from 'pg';
import type { School } from './school.js';
import type { TestDatabase } from './database.js';

/**
 * Fills a school up to `total` scored runs, each on the leaderboard, of students made up for it. Written past the triggers,
 * because only the number of rows matters here.
 */
export async function crowd(database: TestDatabase, school: School, total: number): Promise<void> {
  const client = new pg.Client(database.adminUrl);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `CREATE TEMP TABLE made AS
       SELECT n, gen_random_uuid() AS run, gen_random_uuid() AS submission, gen_random_uuid() AS score, gen_random_uuid() AS student
       FROM generate_series((SELECT count(*) FROM runs) + 1, $1) n`,
      [total],
    );
    await client.query(
      `INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name, created_at)
       SELECT submission, $1, $2, student, 'd', 1, 'project.zip', now() - n * interval '1 minute' FROM made`,
      [school.organizationId, school.assignmentId],
    );
    await client.query(
      `INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, status, outcome, seed, queued_at, finished_at)
       SELECT run, $1, submission, $2, student,
         (CASE WHEN n % 50 = 0 THEN 'REPRODUCTION' WHEN n % 10 = 0 THEN 'CERTIFICATION' ELSE 'PRACTICE' END)::"RunKind", 'FINISHED', 'SCORED', 7, now() - n * interval '1 minute', now() FROM made`,
      [school.organizationId, school.versionId],
    );
    await client.query(
      `INSERT INTO scores (id, organization_id, run_id, rubric_version_id, split, value, low, high, pass_mark, is_passed,
         is_provisional, anchors_source, criteria, gates, findings, slices, plots, resampled_points)
       SELECT score, $1, run, (SELECT id FROM rubric_versions WHERE assignment_version_id = $2), 'PUBLIC_TEST', n % 1000 / 10.0, 0, 100, 70,
         false, false, 'SHIPPED', '[]', '[]', '[]', '[]', '[]', '{1,2}' FROM made`,
      [school.organizationId, school.versionId],
    );
    await client.query(
      `INSERT INTO leaderboard_entries (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
       SELECT $1, $2, 'PUBLIC_TEST', student, run, score, n % 1000 / 10.0, 0, 100 FROM made`,
      [school.organizationId, school.versionId],
    );
    await client.query('DROP TABLE made');
    await client.query('ANALYZE submissions, runs, scores, leaderboard_entries');
  } finally {
    await client.end();
  }
}
