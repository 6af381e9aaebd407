import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createDatabase, type Database } from '@holdout/db';
import { FileArtifactStore } from '@holdout/storage';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';

const LIST =
  'query ($runId: ID!) { run(id: $runId) { artifacts { id name kind isHidden digest bytes deletedAt } } }';
const MODEL = Buffer.from('a model');
const PREDICTIONS = Buffer.from('<script>alert(1)</script>');

interface Artifact {
  id: string;
  name: string;
  isHidden: boolean;
  deletedAt: string | null;
}

const people = {
  student: 'student@demo.holdout',
  foreign: 'student@other.holdout',
  ta: 'ta@demo.holdout',
  foreignStaff: 'instructor@other.holdout',
  manager: 'manager@demo.holdout',
};
type Person = keyof typeof people;

let lab: ApiLab;
let databases: { api: Database; worker: Database };
let cookies: Record<Person, string>;
let runId: string;
const ids = { model: randomUUID(), hidden: randomUUID() };

beforeAll(async () => {
  lab = await ApiLab.start();
  databases = {
    api: createDatabase({ url: lab.test.apiUrl, max: 1 }),
    worker: createDatabase({ url: lab.test.workerUrl, max: 1 }),
  };
  cookies = await lab.signInAll(people);
  const { data } = await lab.ask<{ viewer: { id: string } }>(
    { cookie: cookies.student },
    '{ viewer { id } }',
  );
  const studentId = data?.viewer.id ?? '';
  const what = { organizationId: DEMO, studentId, assignmentSlug: 'tabular-risk', points: 80 };
  ({ runId } = await certifiedRun(databases, what));
  await keep(ids.model, 'train/model.tar', 'MODEL', MODEL);
  await keep(ids.hidden, 'hidden/predictions.csv', 'PREDICTIONS', PREDICTIONS);
});
afterAll(async () => {
  await Promise.all([databases?.api.close(), databases?.worker.close()]);
  await lab?.stop();
});

async function keep(id: string, name: string, kind: string, bytes: Buffer): Promise<void> {
  const { digest, size } = await new FileArtifactStore(path.join(lab.folder, 'blobs')).put(bytes);
  await lab.sql(
    `INSERT INTO run_artifacts (id, organization_id, run_id, name, kind, is_hidden, digest, bytes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, DEMO, runId, name, kind, name.startsWith('hidden/'), digest, size],
  );
}

async function listed(who: Person): Promise<Artifact[]> {
  const { data } = await lab.ask<{ run: { artifacts: Artifact[] } }>({ cookie: cookies[who] }, LIST, {
    runId,
  });
  return data?.run.artifacts ?? [];
}

const fetched = (who: Person | '', id: string) =>
  fetch(`${lab.url}/files/runs/${runId}/artifacts/${id}`, { headers: who ? { cookie: cookies[who] } : {} });

it('lists to a student what visible calls left, and to graders all', async () => {
  expect((await listed('student')).map(({ name }) => name)).toEqual(['train/model.tar']);
  expect((await listed('ta')).map(({ name }) => name)).toEqual(['hidden/predictions.csv', 'train/model.tar']);
  for (const who of ['foreign', 'foreignStaff'] as const)
    expect(await lab.codeOf({ cookie: cookies[who] }, LIST, { runId })).toBe('NOT_FOUND');
  expect(await lab.codeOf({ cookie: cookies.manager }, LIST, { runId })).toBe('FORBIDDEN');
});

it('hands a file out to those who may have it, as bytes to save', async () => {
  const model = await fetched('student', ids.model);
  expect(Buffer.from(await model.arrayBuffer())).toEqual(MODEL);
  const predictions = await fetched('ta', ids.hidden);
  expect(await predictions.text()).toBe(PREDICTIONS.toString());
  expect(predictions.headers.get('content-type')).toBe('application/octet-stream');
  expect(predictions.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
  const refused: [Person | '', string, number][] = [
    ['student', ids.hidden, 404],
    ['foreign', ids.model, 404],
    ['foreignStaff', ids.model, 404],
    ['manager', ids.model, 403],
    ['', ids.model, 401],
    ['student', randomUUID(), 404],
  ];
  for (const [who, id, status] of refused)
    expect([who, (await fetched(who, id)).status]).toEqual([who, status]);
});

it('hands out nothing that was deleted, and keeps its name and digest on record', async () => {
  await lab.sql('UPDATE run_artifacts SET deleted_at = now() WHERE id = $1', [ids.model]);
  expect((await fetched('student', ids.model)).status).toBe(404);
  expect(await listed('student')).toEqual([
    expect.objectContaining({
      name: 'train/model.tar',
      digest: createHash('sha256').update(MODEL).digest('hex'),
      deletedAt: expect.any(String),
    }),
  ]);
  await expect(lab.sql('UPDATE run_artifacts SET deleted_at = NULL')).rejects.toMatchObject({
    code: 'HD001',
  });
  await expect(lab.sql('DELETE FROM run_artifacts')).rejects.toMatchObject({ code: 'HD001' });
});
