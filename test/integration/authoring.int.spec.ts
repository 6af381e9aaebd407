import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DraftSettings } from '@holdout/domain';
import { folderOnDisk } from '@holdout/grading';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { CliDeployment } from '../support/cli-deployment.js';
import { writeAssignment } from '../support/debian-datasets.js';
import { onlyInLongTier } from '../support/long-tier.js';
import { untilTrue } from '../support/until-true.js';
import { DRAFT_SETTINGS } from '../support/written-drafts.js';

/** Imports measure a reference on three splits: a minute on a quiet machine. */
const WITHIN_MS = 400_000;

let here: CliDeployment;
let instructor: Record<string, string>;
let student: Record<string, string>;
let folder: string;

const DEFINITION = `template: regression
title: Streets
dataset: { file: data/streets.parquet, target: { column: price }, group: street }
split: { rule: group }
metrics: [{ name: mae, simpleAt: 8 }]
`;

const SHOWN = 'One red dot.';
/** One red pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  here = await CliDeployment.start();
  instructor = await here.keyOf('instructor@demo.holdout');
  student = await here.keyOf('student@demo.holdout');
  folder = await writeAssignment(await mkdtemp(path.join(here.folder, 'own-')), 'streets', DEFINITION, {
    'data/streets.parquet': streets(),
    'brief.md': `# Streets\n\n![${SHOWN}](figures/streets.png "Streets")\n\nGuess the price.\n`,
    'figures/streets.png': PICTURE,
  });
}, 240_000);
afterAll(() => here?.stop());

/** 240 houses in 40 streets, with a date, a level in another script and gaps. */
function streets(): Buffer {
  const rows = Array.from({ length: 240 }, (_, row) => row);
  return Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'street', data: rows.map((row) => `улица ${row % 40}`), type: 'STRING' },
        {
          name: 'built',
          data: rows.map((row) => new Date(Date.UTC(1900 + (row % 90), 0, 1))),
          type: 'TIMESTAMP',
        },
        {
          name: 'size',
          data: rows.map((row) => (row % 7 === 0 ? null : row / 4)),
          type: 'DOUBLE',
          nullable: true,
        },
        { name: 'price', data: rows.map((row) => row / 4 + (row % 5)), type: 'DOUBLE' },
      ],
    }),
  );
}

const importMutation = `mutation ($uploadId: ID!) {
  importAssignment(input: { uploadId: $uploadId, folderName: "x", publish: false }) { id }
}`;

onlyInLongTier(
  'a draft says sizes, drift and anchors, and publishes nothing',
  async () => {
    const draft = await here.holdout(['assignment', 'import', folder, '--json'], instructor);
    const { report, status } = JSON.parse(draft.out) as { status: string; report: Record<string, unknown> };
    expect(status).toBe('SUCCEEDED');
    expect(report).toMatchObject({ slug: 'streets', version: null, splits: 3 });
    expect(report['parts']).toContainEqual({ name: 'PRIVATE_TEST', rows: expect.any(Number) as number });
    expect(await here.sql(`SELECT 1 FROM assignments WHERE slug = 'streets'`)).toEqual([]);
  },
  WITHIN_MS,
);

onlyInLongTier(
  'what is said to be worth 70 points lies between the naive reference and the best value, or nothing is published',
  async () => {
    const wrong = await writeAssignment(
      await mkdtemp(path.join(here.folder, 'worth-')),
      'worth',
      DEFINITION.replace('simpleAt: 8', 'simpleAt: 80'),
      { 'data/streets.parquet': streets() },
    );
    const sent = await here.holdout(['assignment', 'import', wrong, '--publish'], instructor);
    expect(sent.code).toBe(4);
    expect(sent.out).toContain('mae: 80 cannot be worth 70 points.');
  },
  WITHIN_MS,
);

interface Report {
  definitionDigest: string;
  version: number;
  anchors: { metric: string; simple: number; isSimpleMeasured: boolean }[];
}
let published: Report;

it(
  'what an import published is exported as it was given, and both are in the audit log',
  async () => {
    const first = await here.holdout(['assignment', 'import', folder, '--publish', '--json'], instructor);
    published = (JSON.parse(first.out) as { report: Report }).report;
    expect(published.version).toBe(1);
    expect(published.anchors.find(({ metric }) => metric === 'mae')).toMatchObject({
      simple: 8,
      isSimpleMeasured: false,
    });
    const back = path.join(here.folder, 'back', 'streets');
    expect(await here.holdout(['assignment', 'export', 'streets', back], instructor)).toMatchObject({
      code: 0,
    });
    expect(await readFile(path.join(back, 'data/streets.parquet'))).toEqual(streets());
    expect(await folderOnDisk(back).below('reference/naive')).not.toBeNull();
    const [{ brief } = {}] = await here.sql(
      `SELECT v.brief FROM assignment_versions v JOIN assignments a ON a.id = v.assignment_id WHERE a.slug = 'streets'`,
    );
    expect(brief).toMatch(/!\[One red dot\.\]\(\/files\/figures\/[0-9a-f-]{36} "Streets"\)/);
    const shown = /!\[One red dot\.\]\((figures\/\w+\.png) "Streets"\)/.exec(
      await readFile(path.join(back, 'brief.md'), 'utf8'),
    );
    expect(await readFile(path.join(back, shown?.[1] ?? ''))).toEqual(PICTURE);
    const actions = await here.sql(
      `SELECT action FROM audit_events WHERE action LIKE 'assignment%' ORDER BY id`,
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'assignment-import.requested',
        'assignment-import.finished',
        'assignment.published',
        'assignment-export.requested',
        'assignment.exported',
      ]),
    );
  },
  WITHIN_MS,
);

onlyInLongTier(
  'an exported folder imports again to the same digest',
  async () => {
    const back = path.join(here.folder, 'back', 'streets');
    const again = await here.holdout(['assignment', 'import', back, '--publish', '--json'], instructor);
    expect(JSON.parse(again.out)).toMatchObject({
      report: { definitionDigest: published.definitionDigest, version: 1, isNew: false },
    });
  },
  WITHIN_MS,
);

it(
  'every mistake comes back at once, from the command here and from the server',
  async () => {
    const wrong = await writeAssignment(
      await mkdtemp(path.join(here.folder, 'wrong-')),
      'wrong',
      'template: regression\ntitle: W\npassmark: 3\ndataset: { file: data/w.csv, target: { column: prise }, id: nummer }\n',
      { 'data/w.csv': 'number,price\n1,2\n', 'brief.md': '# W\n\n![](prices.png)\n' },
    );
    const told = await here.holdout(['assignment', 'validate', wrong]);
    expect(told.code).toBe(4);
    expect(told.out).toContain(
      'assignment.yaml:3: passmark: There is no key `passmark` here. Did you mean `passMark`?',
    );
    expect(told.out).toContain(
      'assignment.yaml:4: dataset.target.column: The dataset has no column `prise`. Did you mean `price`?',
    );
    expect(told.out).toContain('assignment.yaml:4: dataset.id: The dataset has no column `nummer`.');
    expect(told.out).toContain('brief.md:3: brief: The figure prices.png has no alternative text');
    const sent = await here.holdout(['assignment', 'import', wrong, '--publish'], instructor);
    expect(sent).toMatchObject({ code: 4, out: told.out });
  },
  WITHIN_MS,
);

const DRAFT = `query ($id: ID!) { assignmentDraft(id: $id) { status follows fileName error
  settings { ${DRAFT_SETTINGS} } profile { table { rows } templates { name passMark } } newestImport { id status problems { message } } } }`;

interface Draft {
  status: string;
  settings: DraftSettings;
  newestImport: { status: string } | null;
}

it(
  'what was published is written on in the browser, and its data stays in the vault',
  async () => {
    const cookie = await here.signIn('instructor@demo.holdout');
    const asked = async <T>(query: string, variables: object): Promise<T> => {
      const { data, errors } = await here.ask<T>(cookie, query, { ...variables });
      if (!data) throw new Error(JSON.stringify(errors));
      return data;
    };
    const begin = 'mutation ($slug: String!) { beginAssignmentVersion(slug: $slug) { id } }';
    const made = await asked<{ beginAssignmentVersion: { id: string } }>(begin, { slug: 'tabular-risk' });
    const { id } = made.beginAssignmentVersion;
    let draft: Draft | undefined;
    const isAt = (ready: (found: Draft) => boolean) => () =>
      asked<{ assignmentDraft: Draft }>(DRAFT, { id }).then(({ assignmentDraft }) => {
        draft = assignmentDraft;
        return ready(assignmentDraft);
      });
    const told = () => JSON.stringify(draft) + here.log();
    await untilTrue(
      isAt(({ status }) => status !== 'PROFILING'),
      60_000,
      told,
    );
    expect(draft).toMatchObject({
      status: 'EDITED',
      follows: 1,
      settings: { slug: 'tabular-risk', template: 'binary-classification', passMark: null },
      profile: { templates: [{ name: 'binary-classification', passMark: 70 }] },
    });
    const settings = { ...draft?.settings, passMark: 65, title: 'Tabular risk, again', slug: 'other' };
    const save = `mutation ($id: ID!, $settings: AssignmentDraftSettingsInput!) {
      saveAssignmentDraft(id: $id, settings: $settings) { settings { slug passMark } } }`;
    expect(await asked(save, { id, settings })).toEqual({
      saveAssignmentDraft: { settings: { slug: 'tabular-risk', passMark: 65 } },
    });
    await asked('mutation ($id: ID!) { checkAssignmentDraft(id: $id) { id } }', { id });
    const isChecked = ({ newestImport }: Draft) =>
      newestImport !== null && !['QUEUED', 'RUNNING'].includes(newestImport.status);
    await untilTrue(isAt(isChecked), 120_000, told);
    expect(draft?.newestImport).toMatchObject({ status: 'SUCCEEDED', problems: [] });
    const folder = await fetch(`${here.url}/files/draft/${id}`, { headers: { cookie } });
    expect(folder.status).toBe(409);
    const { errors } = await here.ask(cookie, begin, { slug: 'no-such-slug' });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await asked('mutation ($id: ID!) { discardAssignmentDraft(id: $id) }', { id });
  },
  WITHIN_MS,
);

it('a file that is no Parquet and an archive that is none are the author’s to mend', async () => {
  await writeFile(path.join(folder, 'data/streets.parquet'), 'PAR1 is not enough');
  const told = await here.holdout(['assignment', 'validate', folder]);
  expect(told).toMatchObject({ code: 4 });
  expect(told.out).toMatch(/^data\/streets\.parquet: .*cannot be read as Parquet/);
}, 120_000);

it('students, and people who are signed out, import and export nothing', async () => {
  for (const command of [
    ['import', folder],
    ['export', 'tabular-risk'],
  ]) {
    const refused = await here.holdout(['assignment', ...command], student);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/another role/);
  }
  const { errors } = await here.ask('', importMutation, { uploadId: 'none' });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('an import and an export are another organization’s secret, and an export its requester’s', async () => {
  const [found] = await here.sql('SELECT id FROM assignment_imports LIMIT 1');
  const [sealed] = await here.sql('SELECT id FROM assignment_exports LIMIT 1');
  const admin = await here.signIn('admin@demo.holdout');
  const own = await here.ask(admin, 'query ($id: ID!) { assignmentImport(id: $id) { id } }', {
    id: found?.['id'],
  });
  expect(own.errors).toBeUndefined();
  const others = await here.ask(admin, 'query ($id: ID!) { assignmentExport(id: $id) { id } }', {
    id: sealed?.['id'],
  });
  expect(others.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await here.sql(
    `UPDATE assignment_imports SET organization_id = gen_random_uuid() WHERE id = '${String(found?.['id'])}'`,
  );
  const foreign = await here.ask(admin, 'query ($id: ID!) { assignmentImport(id: $id) { id } }', {
    id: found?.['id'],
  });
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
