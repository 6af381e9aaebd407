import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { ArtifactStore, FileArtifactStore, FileBlobStore } from '@holdout/storage';
import { freshDatabase } from '../support/database.js';
import { GradingLab, withManyAttempts, writeProject } from '../support/grading-lab.js';
import { imagesForSmallPrograms } from '../support/images.js';
import type { LabWorker } from '../support/lab-worker.js';
import { forFewRuns } from '../support/long-tier.js';
import { constantProject } from '../support/projects.js';

let lab: GradingLab;
let store: ArtifactStore;
/** A run whose files are still there after the first test. */
let second: string;
let drop: () => Promise<void>;
let worker: LabWorker;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, await imagesForSmallPrograms(), { env: forFewRuns });
  store = new FileArtifactStore(path.join(lab.folder, 'blobs'));
  await lab.publish(withManyAttempts);
  worker = await lab.startWorker();
}, 120_000);

afterAll(async () => {
  await lab?.close();
  await drop?.();
});

interface Row {
  name: string;
  kind: string;
  is_hidden: boolean;
  digest: string;
  deleted_at: Date | null;
}

const artifacts = (runId: string) =>
  lab.query<Row>('SELECT * FROM run_artifacts WHERE run_id = $1 ORDER BY name', [runId]);

async function graded(): Promise<string> {
  const id = await lab.submit(await writeProject(lab.folder, constantProject));
  await lab.finished(id);
  return id;
}

/** A statement past the triggers that keep history. */
async function past(statement: string): Promise<void> {
  await lab.query(
    `SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`,
  );
}

/** As if the run were from another year, and its files with it. */
async function age(runId: string): Promise<void> {
  await lab.query('SET session_replication_role = replica');
  await lab.query(`UPDATE run_artifacts SET created_at = now() - interval '91 days' WHERE run_id = $1`, [
    runId,
  ]);
  await lab.query('SET session_replication_role = origin');
  const root = path.join(lab.folder, 'blobs/artifacts');
  const then = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of await readdir(root, { recursive: true }))
    await utimes(path.join(root, name), then, then);
}

it('keeps what a run left, and deletes it when its time is over and no other run has it', async () => {
  const first = await graded();
  second = await graded();
  const kept = await artifacts(first);
  expect(kept.map(({ name, kind, is_hidden: isHidden }) => [name, kind, isHidden])).toEqual([
    ['hidden/predictions.csv', 'PREDICTIONS', true],
    ['sample/predictions.csv', 'PREDICTIONS', false],
    ['train/model.tar', 'MODEL', false],
  ]);
  const digestOf = (name: string) => kept.find((each) => each.name === name)?.digest ?? '';
  const shared = digestOf('train/model.tar');
  expect((await artifacts(second)).map(({ digest }) => digest)).toContain(shared);

  await age(first);
  const said = await lab.command(['retention']);
  expect(said).toContain('3 files of runs were kept long enough');
  expect((await artifacts(first)).every(({ deleted_at: at }) => at !== null)).toBe(true);
  expect((await artifacts(second)).every(({ deleted_at: at }) => at === null)).toBe(true);
  // Ids are drawn for each run, so these are nobody else's.
  expect(await store.has(digestOf('hidden/predictions.csv'))).toBe(false);
  expect(await store.has(shared)).toBe(true);
  const audited = await lab.query<{ detail: object }>(
    `SELECT detail FROM audit_events WHERE action = 'artifacts.deleted'`,
  );
  expect(audited).toEqual([{ detail: { count: 3, bytes: expect.any(Number), keptDays: 90 } }]);
});

it('keeps what a credential rests on, and what somebody is asked to look at again', async () => {
  await age(second);
  await past(`INSERT INTO credentials (id, organization_id, student_id, submission_id, run_id, pass_key, basis, assurance, status_list,
      status_index, key_id, document)
    SELECT gen_random_uuid(), organization_id, student_id, submission_id, id, 'p', 'b', 'SELF_DECLARED', 1, 1, gen_random_uuid(), '{}'
    FROM runs WHERE id = '${second}'`);
  expect(await lab.command(['retention'])).toContain('0 files of runs were kept long enough');
  await past('DELETE FROM credentials');
  await lab.query(
    `INSERT INTO regrade_requests (id, organization_id, run_id, student_id, thread, updated_at)
     VALUES (gen_random_uuid(), $1, $2, $3, '[]', now())`,
    [lab.organizationId, second, lab.studentId],
  );
  expect(await lab.command(['retention'])).toContain('0 files of runs were kept long enough');
  for (const { digest } of await artifacts(second)) expect(await store.has(digest)).toBe(true);
  await lab.query(`UPDATE regrade_requests SET status = 'DECLINED'`);
  expect(await lab.command(['retention'])).toContain('3 files of runs were kept long enough');
});

it('deletes a file whose run was never stored', async () => {
  const { digest } = await store.put(Buffer.from('of a run whose worker was killed'));
  const file = path.join(lab.folder, 'blobs/artifacts', digest.slice(0, 2), digest);
  await lab.command(['retention']);
  expect(await store.has(digest)).toBe(true); // it may belong to a run that ends in a moment
  const then = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(file, then, then);
  expect(await lab.command(['retention'])).toContain('1 are deleted');
  expect(await store.has(digest)).toBe(false);
});

/** What names content that is kept for good, or for a while: `removable_content` of the database asks all of it. */
const NAMES_CONTENT = [
  'assignment_drafts.data_digest',
  'assignment_exports.sealed_digest',
  'assignment_imports.archive_digest',
  'assignment_versions.public_bundle_digest',
  'assignment_versions.starter_digest',
  'figures.digest',
  'organizations.logo_digest',
  'submission_sources.digest',
  'submissions.archive_digest',
];
/** Digests of what lies elsewhere (the vault, files of runs), or of no content. */
const NAMES_NONE = [
  'assignment_versions.definition_digest',
  'assignment_versions.hidden_bundle_digest',
  'datasets.source_digest',
  'graders.code_digest',
  'graders.image_digest',
  'graders.student_image_digest',
  'image_packages.digest',
  'passed_content.digest',
  'receipts.digest',
  'receipts.envelope_digest',
  'run_artifacts.digest',
];

describe('what authors sent to versions that kept it for good', () => {
  const migration = new URL(
    '../../prisma/migrations/20261128060000_passed_content/migration.sql',
    import.meta.url,
  );
  let blobs: FileBlobStore;
  const put = async (text: string) => (await blobs.put(Buffer.from(text))).digest;
  const left = async (digests: string[]) => {
    const has = await Promise.all(digests.map((digest) => blobs.has(digest)));
    return digests.filter((_, i) => has[i]);
  };

  it('is deleted once nothing needs it, and what is the same bytes as something that stays is not', async () => {
    await worker.stop(); // or it works on what is sent here
    blobs = new FileBlobStore(path.join(lab.folder, 'blobs'));
    const [done, underWay, handedIn, data, draft, figure] = await Promise.all(
      ['done', 'under way', 'handed in', 'data', 'draft', 'figure'].map(put),
    );
    const sent = [done, underWay, handedIn, data, draft, figure].map(String);
    const importOf = (digest: string | undefined, finishedAt: string) =>
      past(`INSERT INTO assignment_imports (id, organization_id, requested_by, folder_name, archive_digest, archive_bytes, publish, status, finished_at)
        VALUES (gen_random_uuid(), '${lab.organizationId}', '${lab.studentId}', 'f', '${digest}', 1, false, '${finishedAt === 'NULL' ? 'QUEUED' : 'SUCCEEDED'}', ${finishedAt})`);
    const draftOf = (digest: string | undefined, status: string) =>
      past(`INSERT INTO assignment_drafts (id, organization_id, author_id, file_name, data_digest, data_bytes, status, settings, profile)
        VALUES (gen_random_uuid(), '${lab.organizationId}', '${lab.studentId}', 'f', '${digest}', 1, '${status}', '{}', '{}')`);
    for (const digest of [done, handedIn, figure]) await importOf(digest, 'now()');
    await importOf(underWay, 'NULL');
    await draftOf(data, 'PUBLISHED');
    await draftOf(draft, 'EDITED');
    await past(
      `UPDATE submissions SET archive_digest = '${handedIn}' WHERE id = (SELECT id FROM submissions LIMIT 1)`,
    );
    await past(`INSERT INTO figures (id, organization_id, digest, media_type, bytes)
      VALUES (gen_random_uuid(), '${lab.organizationId}', '${figure}', 'image/png', 1)`);
    // As the upgrade finds it.
    const [, noting = ''] =
      /(SET ROLE holdout_system;.*?RESET ROLE;)/s.exec(await readFile(migration, 'utf8')) ?? [];
    await lab.query(noting);

    expect(await left(sent)).toEqual(sent);
    const said = await lab.command(['retention']);
    expect(await left(sent)).toEqual([underWay, handedIn, draft, figure]);
    expect(said).toContain('2 that authors sent to an earlier version');
    await past(
      `UPDATE assignment_imports SET status = 'FAILED', finished_at = now() WHERE finished_at IS NULL`,
    );
    expect(await lab.command(['retention'])).toContain('1 that authors sent to an earlier version');
    expect(await left(sent)).toEqual([handedIn, draft, figure]);
  });

  it('is looked for wherever a table names content', async () => {
    const columns = await lab.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name LIKE '%digest' AND data_type = 'text' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([...NAMES_CONTENT, ...NAMES_NONE].sort());
    const [asked] = await lab.query<{ body: string }>(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = 'removable_content'`,
    );
    const unasked = NAMES_CONTENT.filter((name) => {
      const [table = '', column = ''] = name.split('.');
      return !asked?.body.includes(` ${table} `) || !asked.body.includes(`.${column}`);
    });
    expect(unasked).toEqual([]);
  });
});
