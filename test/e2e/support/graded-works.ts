import { onDatabase } from './deployment-database.js';

export interface GradedWork {
  email: string;
  /** What the scorer gave. */
  points: number;
}

/**
 * Certifications of students as if each had been run and scored just now: that takes minutes, and what is looked at is what people
 * then make of them. Written to the deployment's own database. Answers the ids of the runs.
 */
export async function gradedWorks(assignmentSlug: string, works: readonly GradedWork[]): Promise<string[]> {
  const runIds: string[] = [];
  await onDatabase(async (client) => {
    for (const { email, points } of works) {
      const { rows } = await client.query<{ run_id: string }>(WORK, [assignmentSlug, email, points]);
      runIds.push(...rows.map(({ run_id }) => run_id));
    }
  });
  return runIds;
}

const WORK = `
  WITH version AS (
    SELECT v.id, v.organization_id, v.assignment_id, u.id AS rubric_id
    FROM assignments a JOIN organizations o ON o.id = a.organization_id AND o.slug = 'demo'
    JOIN assignment_versions v ON v.assignment_id = a.id AND v.published_at IS NOT NULL
    JOIN rubric_versions u ON u.assignment_version_id = v.id
    WHERE a.slug = $1 ORDER BY v.version DESC, u.version DESC LIMIT 1
  ), submission AS (
    INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
    SELECT gen_random_uuid(), version.organization_id, assignment_id, u.id::uuid, repeat('c', 64), 10, 'project.zip'
    FROM version, auth."user" u WHERE u.email = $2 RETURNING *
  ), run AS (
    INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, is_counted, status, outcome, seed,
      started_at, finished_at)
    SELECT gen_random_uuid(), s.organization_id, s.id, version.id, s.student_id, 'CERTIFICATION', true, 'FINISHED', 'SCORED', 7,
      now(), now()
    FROM submission s, version RETURNING *
  )
  INSERT INTO scores (id, organization_id, run_id, rubric_version_id, split, value, low, high, pass_mark, is_passed, is_provisional,
    anchors_source, criteria, gates, findings, slices, plots, resampled_points)
  SELECT gen_random_uuid(), run.organization_id, run.id, version.rubric_id, 'PRIVATE_TEST', p, p - 2, p + 2, 70, p >= 70, true, 'SHIPPED',
    (SELECT jsonb_agg(jsonb_build_object('key', key, 'points', p, 'low', p, 'high', p, 'weight', weight, 'countedWeight', weight,
       'note', NULL) ORDER BY position) FROM criteria WHERE rubric_version_id = version.rubric_id AND mode = 'AUTO'),
    '[]', '[]', '[]', '[]', ARRAY[p - 1, p, p + 1]
  FROM run, version, LATERAL (SELECT $3::float8 AS p) points RETURNING run_id`;
