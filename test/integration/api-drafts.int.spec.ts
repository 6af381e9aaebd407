import { gunzipSync } from 'node:zlib';
import { draftSettings, OWN_SCORER_LIMITS, type DraftSettings } from '@holdout/domain';
import { parseDefinition, readTar } from '@holdout/grading';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { testImages } from '../support/images.js';
import { lateLoans } from '../support/made-dataset.js';
import { untilTrue } from '../support/until-true.js';
import { DRAFT_SETTINGS } from '../support/written-drafts.js';

const LOANS = lateLoans(900);
const WITHIN_MS = 120_000;
const BEGIN = 'mutation ($uploadId: ID!) { beginAssignmentDraft(uploadId: $uploadId) { id status } }';
const READ = `query ($id: ID!) { assignmentDraft(id: $id) { status error settings { ${DRAFT_SETTINGS} }
  problems { file line message } newestImport { status }
  profile { table { rows copies determined { column } columns { name kind missing distinct } } templates { name passMark } } } }`;
const SAVE = `mutation ($id: ID!, $settings: AssignmentDraftSettingsInput!) {
  saveAssignmentDraft(id: $id, settings: $settings) { settings { ${DRAFT_SETTINGS} } } }`;
const CHECK = 'mutation ($id: ID!) { checkAssignmentDraft(id: $id) { id } }';
const PUBLISH = 'mutation ($id: ID!) { publishAssignmentDraft(id: $id) { id } }';
const DISCARD = 'mutation ($id: ID!) { discardAssignmentDraft(id: $id) }';
const IMPORT = `query ($id: ID!) { assignmentImport(id: $id) { status problems { path message suggestion }
  report { version parts { name rows } drift { column size } anchors { metric } } } }`;

interface Draft {
  status: string;
  settings: DraftSettings;
  problems: { file: string; line: number | null; message: string }[];
  profile: {
    table: { rows: number; copies: number; columns: { name: string; kind: string; missing: number }[] };
    templates: { name: string; passMark: number }[];
  } | null;
}
interface Import {
  status: string;
  problems: { path: string; message: string; suggestion: string }[];
  report: {
    version: number | null;
    parts: { name: string; rows: number }[];
    drift: { column: string }[];
  } | null;
}

let lab: ApiLab;
let cookies: Record<'instructor' | 'ta' | 'student' | 'foreign', string>;
let id: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  const images = testImages();
  await lab.startWorker({ IMAGE_LIGHT: images.light, IMAGE_SCORER: images.scorer });
  cookies = await lab.signInAll({
    instructor: 'instructor@demo.holdout',
    ta: 'ta@demo.holdout',
    student: 'student@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
}, WITHIN_MS);
afterAll(() => lab?.stop());

type Who = keyof typeof cookies;
const asked = <T>(who: Who, query: string, variables: Record<string, unknown> = {}) =>
  lab.ask<T>({ cookie: cookies[who] }, query, variables);
const codeOf = (who: Who | '', query: string, variables: Record<string, unknown> = {}) =>
  lab.codeOf(who ? { cookie: cookies[who] } : {}, query, variables);

/** Uploads a table, begins a draft on it and waits until it was looked at. */
async function begun(content: string, filename: string): Promise<{ id: string; draft: Draft }> {
  const about = { filename, purpose: 'dataset' };
  const uploadId = await lab.upload({ cookie: cookies.instructor }, Buffer.from(content), about);
  const { data } = await asked<{ beginAssignmentDraft: { id: string } }>('instructor', BEGIN, { uploadId });
  const made = data?.beginAssignmentDraft.id ?? '';
  let draft = await read(made);
  await untilTrue(
    async () => (draft = await read(made)).status !== 'PROFILING',
    60_000,
    () => JSON.stringify(draft),
  );
  return { id: made, draft };
}

async function read(draftId: string): Promise<Draft> {
  const { data, errors } = await asked<{ assignmentDraft: Draft }>('instructor', READ, { id: draftId });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.assignmentDraft;
}

const save = (settings: DraftSettings) => asked('instructor', SAVE, { id, settings });

/** Checks the draft, to its end. */
async function checked(): Promise<Import> {
  const { data } = await asked<{ checkAssignmentDraft: { id: string } }>('instructor', CHECK, { id });
  const importId = data?.checkAssignmentDraft.id;
  let found: Import | undefined;
  const isEnded = async () => {
    const answer = await asked<{ assignmentImport: Import }>('instructor', IMPORT, { id: importId });
    found = answer.data?.assignmentImport;
    return found !== undefined && !['QUEUED', 'RUNNING'].includes(found.status);
  };
  await untilTrue(isEnded, 60_000, () => JSON.stringify(found));
  if (!found) throw new Error('The check was not answered.');
  return found;
}

it(
  'begins with what a table holds, and what that suggests',
  async () => {
    const made = await begun(LOANS, 'late loans.csv');
    id = made.id;
    expect(made.draft).toMatchObject({
      status: 'EDITED',
      settings: {
        template: 'binary-classification',
        target: 'late',
        positive: 'yes',
        id: 'loan',
        title: 'Late loans',
        slug: 'late-loans',
      },
      profile: { table: { rows: 900, copies: 0, determined: [] } },
    });
    expect(made.draft.profile?.table.columns).toContainEqual({
      name: 'day',
      kind: 'TIME',
      missing: 0,
      distinct: 12,
    });
    expect(made.draft.profile?.templates).toContainEqual({ name: 'regression', passMark: 70 });
  },
  WITHIN_MS,
);

it('keeps what the author says, within bounds', async () => {
  const { settings } = await read(id);
  expect((await save({ ...settings, brief: '# Late\n', passMark: 60 })).errors).toBeUndefined();
  expect((await read(id)).settings).toMatchObject({ brief: '# Late\n', passMark: 60, target: 'late' });
  const refused = await save({ ...settings, passMark: 400 });
  expect(refused.errors?.[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'passMark' },
  });
  const long = await save({ ...settings, scorer: '#'.repeat(OWN_SCORER_LIMITS.bytes + 1) });
  expect(long.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'scorer' } });
});

it(
  'says what validation says, at the key that is wrong',
  async () => {
    const { settings } = await read(id);
    await save({ ...settings, target: 'lat', positive: 'maybe', title: '' });
    const { status, problems } = await checked();
    expect(status).toBe('REJECTED');
    expect(problems).toContainEqual({
      path: 'dataset.target.column',
      message: 'The dataset has no column `lat`.',
      suggestion: 'Did you mean `late`?',
    });
    expect(problems.map(({ path }) => path)).toContain('title');
    await save(settings);
  },
  WITHIN_MS,
);

it(
  'splits without measuring or publishing, and says sizes and drift',
  async () => {
    const { status, report } = await checked();
    expect([status, report?.version]).toEqual(['SUCCEEDED', null]);
    expect(report?.parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(900);
    expect(report?.drift.map(({ column }) => column)).toContain('income');
    expect(await lab.sql(`SELECT 1 FROM assignments WHERE slug = 'late-loans'`)).toEqual([]);
  },
  WITHIN_MS,
);

it('hands out the folder that the command line imports', async () => {
  const response = await fetch(`${lab.url}/files/draft/${id}`, { headers: { cookie: cookies.instructor } });
  const files = await readTar(gunzipSync(Buffer.from(await response.arrayBuffer())));
  expect([...files.keys()].sort()).toEqual(['assignment.yaml', 'brief.md', 'data/late-loans.csv']);
  expect(files.get('data/late-loans.csv')?.toString()).toBe(LOANS);
  const definition = await parseDefinition(files.get('assignment.yaml')?.toString() ?? '');
  expect(definition).toMatchObject({ slug: 'late-loans', passMark: 60, dataset: { id: 'loan' } });
  const audited = await lab.sql(
    `SELECT 1 FROM audit_events WHERE action = 'assignment-draft.downloaded' AND subject_id = '${id}'`,
  );
  expect(audited).toHaveLength(1);
});

it('publishes nothing that is not declared, whose name is taken or whose dates do not fit', async () => {
  const { settings } = await read(id);
  const refusal = async () =>
    (await asked('instructor', PUBLISH, { id })).errors?.[0]?.extensions as { field?: string } | undefined;
  expect(await refusal()).toMatchObject({ code: 'BAD_USER_INPUT', field: 'licence' });
  const declared = { licence: 'MIT', origin: 'Made up', personalData: 'None' };
  await save({ ...settings, ...declared });
  expect(await refusal()).toMatchObject({ field: 'mayBeShown' });
  await save({ ...settings, ...declared, mayBeShown: true, slug: 'tabular-risk' });
  expect(await refusal()).toMatchObject({ field: 'slug' });
  const dates = { opensAt: '2027-03-02T00:00:00.000Z', dueAt: '2027-03-01T00:00:00.000Z' };
  await save({ ...settings, ...declared, ...dates, mayBeShown: true });
  expect(await refusal()).toMatchObject({ field: 'dueAt' });
});

it(
  'says where a file cannot be read, and takes no others',
  async () => {
    const { draft } = await begun('a,b\n1,2\n3\n', 'ragged.csv');
    expect(draft).toMatchObject({ status: 'UNREADABLE', profile: null });
    expect(draft.problems[0]).toMatchObject({ file: 'data/ragged.csv', line: 3 });
    const about = { filename: 'model.pkl', purpose: 'dataset' };
    const uploadId = await lab.upload({ cookie: cookies.instructor }, Buffer.from('abc'), about);
    expect(await codeOf('instructor', BEGIN, { uploadId })).toBe('BAD_USER_INPUT');
  },
  WITHIN_MS,
);

it('is for authors of the organization alone', async () => {
  const begin = (who: Who) =>
    lab.beginUpload({ cookie: cookies[who] }, 10, { filename: 'a.csv', purpose: 'dataset' });
  for (const [query, variables] of [
    [READ, { id }],
    [CHECK, { id }],
    [PUBLISH, { id }],
    [DISCARD, { id }],
    [SAVE, { id, settings: draftSettings.parse({}) }],
  ] as const) {
    expect(await codeOf('foreign', query, variables)).toBe('NOT_FOUND');
    for (const who of ['ta', 'student'] as const)
      expect([who, await codeOf(who, query, variables)]).toEqual([who, 'FORBIDDEN']);
    expect(await codeOf('', query, variables)).toBe('UNAUTHENTICATED');
  }
  for (const who of ['ta', 'student'] as const) expect((await begin(who)).status).toBe(403);
  expect((await asked('foreign', '{ assignmentDrafts { id } }')).data).toEqual({ assignmentDrafts: [] });
});

it('bounds the size of a dataset and the number of drafts', async () => {
  const headers = { cookie: cookies.instructor };
  const about = { filename: 'a.csv', purpose: 'dataset' };
  const tooLarge = await lab.beginUpload(headers, 129 * 1024 * 1024, about);
  expect([tooLarge.status, await tooLarge.text()]).toEqual([400, expect.stringContaining('128 MiB')]);
  await lab.sql(
    `INSERT INTO assignment_drafts (id, organization_id, author_id, file_name, data_digest, data_bytes, status, settings)
     SELECT gen_random_uuid(), '${DEMO}', gen_random_uuid(), 'x.csv', 'x', 1, 'FAILED', '{}' FROM generate_series(1, 20)`,
  );
  const uploadId = await lab.upload(headers, Buffer.from('a,b\n1,2\n'), about);
  expect(await codeOf('instructor', BEGIN, { uploadId })).toBe('RATE_LIMITED');
  await lab.sql(`DELETE FROM assignment_drafts WHERE status = 'FAILED'`);
});

it('is gone when it is discarded', async () => {
  expect(await codeOf('instructor', DISCARD, { id })).toBe('ok');
  expect(await codeOf('instructor', READ, { id })).toBe('NOT_FOUND');
});
