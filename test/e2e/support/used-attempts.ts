import { onDatabase } from './deployment-database.js';

/** Practice runs of a student as if each had been run and scored just now. */
export function usedAttempts(assignmentSlug: string, email: string, count: number): Promise<void> {
  return onDatabase((client) =>
    client.query(
      `WITH submissions AS (
         INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
         SELECT gen_random_uuid(), a.organization_id, a.id, u.id::uuid, repeat('c', 64), 10, 'project.zip'
         FROM assignments a JOIN organizations o ON o.id = a.organization_id AND o.slug = 'demo', auth."user" u,
           generate_series(1, $3::int)
         WHERE a.slug = $1 AND u.email = $2 RETURNING *
       )
       INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, status, outcome, seed,
         started_at, finished_at)
       SELECT gen_random_uuid(), s.organization_id, s.id, v.id, s.student_id, 'PRACTICE', 'FINISHED', 'SCORED', 7, now(), now()
       FROM submissions s JOIN LATERAL (
         SELECT id FROM assignment_versions WHERE assignment_id = s.assignment_id AND published_at IS NOT NULL
         ORDER BY version DESC LIMIT 1
       ) v ON true`,
      [assignmentSlug, email, count],
    ),
  );
}
