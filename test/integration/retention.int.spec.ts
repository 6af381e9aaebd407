import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { ArtifactStore, FileArtifactStore } from '@holdout/storage';
import { freshDatabase } from '../support/database.js';
import { GradingLab, withManyAttempts, writeProject } from '../support/grading-lab.js';
import { imagesForSmallPrograms } from '../support/images.js';
import { forFewRuns } from '../support/long-tier.js';
import { constantProject } from '../support/projects.js';

let lab: GradingLab;
let store: ArtifactStore;
/** A run whose files are still there after the first test. */
let second: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, await imagesForSmallPrograms(), { env: forFewRuns });
  store = new FileArtifactStore(path.join(lab.folder, 'blobs'));
  await lab.publish(withManyAttempts);
  await lab.startWorker();
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
