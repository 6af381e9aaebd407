import { FileBlobStore } from '@holdout/storage';
import { deploymentSettings, onDatabase } from './deployment-database.js';

interface Work {
  email: string;
  /** Text of files by path. */
  files: Record<string, string>;
}

/**
 * Certifications of students as if each had been run and scored: that takes minutes, and what is looked at is their code. Written
 * to the deployment's own database and store.
 */
export async function certifiedCode(assignmentSlug: string, works: readonly Work[]): Promise<void> {
  const blobs = new FileBlobStore(deploymentSettings()['BLOB_DIR'] ?? '');
  await onDatabase(async (client) => {
    for (const { email, files } of works) {
      const kept = Object.entries(files).map(([name, text]) => ({ path: name, size: text.length, text }));
      const { digest } = await blobs.put(Buffer.from(JSON.stringify({ files: kept })));
      await client.query(
        `WITH submission AS (
           INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
           SELECT gen_random_uuid(), a.organization_id, a.id, u.id::uuid, repeat('c', 64), 10, 'project.zip'
           FROM assignments a JOIN organizations o ON o.id = a.organization_id AND o.slug = 'demo', auth."user" u
           WHERE a.slug = $1 AND u.email = $2 RETURNING *
         ), run AS (
           INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, status, outcome, seed,
             started_at, finished_at)
           SELECT gen_random_uuid(), s.organization_id, s.id, v.id, s.student_id, 'CERTIFICATION', 'FINISHED', 'SCORED', 7, now(), now()
           FROM submission s JOIN assignment_versions v ON v.assignment_id = s.assignment_id AND v.published_at IS NOT NULL
           ORDER BY v.version DESC LIMIT 1
         )
         INSERT INTO submission_sources (id, organization_id, submission_id, digest)
         SELECT gen_random_uuid(), organization_id, id, $3 FROM submission`,
        [assignmentSlug, email, digest],
      );
    }
  });
}
