import { readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssignment } from '@holdout/grading';
import { CliDeployment } from '../support/cli-deployment.js';
import { writeAssignment } from '../support/debian-datasets.js';
import { onlyInLongTier } from '../support/long-tier.js';
import { randomOf } from '../support/random.js';
import { DECLARED, WrittenDraft } from '../support/written-drafts.js';

/** An import grades a reference twice to try the scorer and, where it brings no anchors, on three splits to measure some. */
const WITHIN_MS = 400_000;
const SCORERS = fileURLToPath(new URL('../../graders/scorer/tests/own_scorers', import.meta.url));
const METRICS = `metrics:
  - { name: close, label: Close enough, direction: HIGHER, bound: 1, unit: '', graded: true, own: true }
  - { name: worstTenth, label: Worst tenth, direction: LOWER, bound: 0, unit: min, graded: true, own: true }
criteria:
  - { key: typical-error, metrics: [mae, close, worstTenth] }
`;

/** What the references reach: an import that is told so measures nothing. */
const reached = (naive: number, simple: number, strong: number) => ({
  naive,
  simple,
  strong,
  gap: { mean: Math.abs(strong - simple), low: 0.1, high: 2 * Math.abs(strong - simple) },
});
const ANCHORS = {
  schema: 'holdout.anchors/1',
  metrics: { mae: reached(40, 20, 10), close: reached(0.4, 0.8, 0.95), worstTenth: reached(80, 40, 20) },
};
/** One answer for every row, by the standard library alone: its containers are up and down in no time. */
const STARTER = {
  'holdout.toml': `[project]
assignment = "waits"
seed = 7
[commands]
train = "python3 train.py {data} {model}"
predict = "python3 predict.py {model} {features} {predictions}"
`,
  'train.py': `import csv, os, sys
waits = [float(row["wait"]) for row in csv.DictReader(open(sys.argv[1] + "/train.csv"))]
os.makedirs(sys.argv[2], exist_ok=True)
open(sys.argv[2] + "/mean.txt", "w").write(str(sum(waits) / len(waits)))
`,
  'predict.py': `import csv, sys
mean = open(sys.argv[1] + "/mean.txt").read()
with open(sys.argv[2]) as source, open(sys.argv[3], "w", newline="") as target:
    csv.writer(target).writerows([["id", "prediction"], *([row["id"], mean] for row in csv.DictReader(source))])
`,
};

let here: CliDeployment;
let instructor: Record<string, string>;

beforeAll(async () => {
  here = await CliDeployment.start();
  instructor = await here.keyOf('instructor@demo.holdout');
}, 240_000);
afterAll(() => here?.stop());

/** 200 waits of 40 desks: rows of a desk depend on each other. */
function waits(): string {
  const random = randomOf(11);
  const rows = Array.from({ length: 200 }, (_, row) => {
    const length = random() * 100;
    return `desk${row % 40},${length.toFixed(3)},${(length * 1.5 + (row % 40) + random() * 30).toFixed(3)}`;
  });
  return `${['desk,queue,wait', ...rows].join('\n')}\n`;
}

interface Folder {
  scorer: string;
  more?: string;
  files?: Readonly<Record<string, string>>;
}

async function folderWith({ scorer, more = '', files = {} }: Folder): Promise<string> {
  const definition = `template: regression
title: Waits
dataset: { file: data/waits.csv, target: { column: wait }, group: desk }
split: { rule: group, sampleRows: 20, publicRows: 40, privateRows: 60 }
scorer: { file: judge/waits.py }
${METRICS}${more}`;
  return writeAssignment(await mkdtemp(path.join(here.folder, 'own-')), 'waits', definition, {
    'data/waits.csv': waits(),
    'judge/waits.py': readFileSync(path.join(SCORERS, `${scorer}.py`)),
    ...files,
  });
}

const WITH_ANCHORS = {
  'anchors.json': JSON.stringify(ANCHORS),
  ...Object.fromEntries(Object.entries(STARTER).map(([name, text]) => [`starter/${name}`, text])),
};

const SHORT_TIME = 'limits: { score: { wallSeconds: 3 } }\n';

it(
  'an own scorer that raises or hangs is told with file and line before anything is published',
  async () => {
    const validated = async (folder: Folder) =>
      here.holdout(['assignment', 'validate', await folderWith(folder)]);
    const [raises, hangs] = await Promise.all([
      validated({ scorer: 'raises' }),
      validated({ scorer: 'hangs', more: SHORT_TIME }),
    ]);
    expect(raises.out + raises.err).toContain('judge/waits.py:6: scorer: The scorer raised KeyError');
    expect(hangs.out + hangs.err).toContain(
      'judge/waits.py: scorer: The scorer ran longer than the 3 s that it has.',
    );
    expect([raises.code, hangs.code]).toEqual([4, 4]);
  },
  WITHIN_MS,
);

it('what a scorer measures has to be declared, and what is declared needs a scorer', async () => {
  const without = await writeAssignment(
    await mkdtemp(path.join(here.folder, 'none-')),
    'waits',
    `template: regression\ntitle: W\ndataset: { file: data/waits.csv, target: { column: wait } }\n${METRICS}`,
    { 'data/waits.csv': waits() },
  );
  const told = await here.holdout(['assignment', 'validate', without]);
  expect(told.out).toContain('assignment.yaml:5: metrics[5].own: there is no scorer that measures it');
}, 120_000);

let folder: string;

it(
  'what it measures is graded with an interval, and its digest is in audit log and receipt',
  async () => {
    folder = await folderWith({ scorer: 'good', files: WITH_ANCHORS });
    const imported = await here.holdout(['assignment', 'import', folder, '--publish', '--json'], instructor);
    expect(imported.code === 0 ? '' : imported.out + imported.err + here.log()).toBe('');
    const { report } = JSON.parse(imported.out) as {
      report: { anchors: { metric: string }[] };
    };
    expect(report.anchors.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['mae', 'close', 'worstTenth']),
    );
    const [audited] = await here.sql(
      `SELECT detail->>'ownScorer' AS own FROM audit_events WHERE action = 'assignment.published'
       AND detail->>'slug' = 'waits'`,
    );
    expect(audited?.['own']).toMatch(/^[0-9a-f]{64}$/);

    const project = path.join(here.folder, 'project-waits');
    expect(await here.holdout(['init', 'waits', project])).toMatchObject({ code: 0 });
    const submitted = await here.holdout(['submit', project, '--wait', '--json']);
    expect(JSON.parse(submitted.out)).toMatchObject({ outcome: 'SCORED' });
    const measured = await here.sql(
      `SELECT name, value, low, high, method FROM metric_values WHERE method LIKE '%own scorer' ORDER BY position`,
    );
    expect(measured).toMatchObject([
      { name: 'close', method: "bootstrap-t, groups drawn whole, by the assignment's own scorer" },
      {
        name: 'worstTenth',
        method: "bootstrap percentile, groups drawn whole, by the assignment's own scorer",
      },
    ]);
    for (const { value, low, high } of measured as unknown as { value: number; low: number; high: number }[])
      expect([low <= value, value <= high]).toEqual([true, true]);
    const [receipt] = await here.sql('SELECT statement FROM receipts ORDER BY id DESC LIMIT 1');
    expect(receipt?.['statement']).toContain(`"ownSha256":"${String(audited?.['own'])}"`);
  },
  WITHIN_MS,
);

it('a student’s page names what it measures, and nothing of how', async () => {
  const student = await here.signIn('student@demo.holdout');
  const { data } = await here.ask<{ assignment: unknown }>(
    student,
    `{ assignment(slug: "waits") { version { ownScorerDigest metrics { name isOwn } } } }`,
    {},
  );
  const { version } = data?.assignment as {
    version: { ownScorerDigest: string; metrics: { name: string; isOwn: boolean }[] };
  };
  expect(version.ownScorerDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(version.metrics.filter(({ isOwn }) => isOwn).map(({ name }) => name)).toEqual([
    'close',
    'worstTenth',
  ]);
});

it('its folder is exported with it, and holds the same assignment', async () => {
  const back = path.join(here.folder, 'back', 'waits');
  expect(await here.holdout(['assignment', 'export', 'waits', back], instructor)).toMatchObject({ code: 0 });
  expect(await readFile(path.join(back, 'judge/waits.py'))).toEqual(
    readFileSync(path.join(SCORERS, 'good.py')),
  );
  const [given, exported] = await Promise.all([folder, back].map((at) => loadAssignment(at)));
  expect(exported?.definition).toEqual(given?.definition);
  expect(exported?.scorer).toEqual(given?.scorer);
  expect(exported?.anchors).toEqual(given?.anchors);
});

onlyInLongTier(
  'an import without anchors measures them by the own scorer too, and its folder imports again to the same digest',
  async () => {
    const measured = async (at: string): Promise<void> => {
      const imported = await here.holdout(['assignment', 'import', at, '--json'], instructor);
      const { status, report } = JSON.parse(imported.out) as {
        status: string;
        report: { splits: number; anchors: { metric: string }[] };
      };
      expect([status, report.splits]).toEqual(['SUCCEEDED', 3]);
      expect(report.anchors.map(({ metric }) => metric)).toEqual(
        expect.arrayContaining(['mae', 'close', 'worstTenth']),
      );
    };
    await measured(await folderWith({ scorer: 'good' }));
    const back = path.join(here.folder, 'again', 'waits');
    await here.holdout(['assignment', 'export', 'waits', back], instructor);
    const again = await here.holdout(['assignment', 'import', back, '--json'], instructor);
    const sent = await here.holdout(['assignment', 'import', folder, '--json'], instructor);
    const digestOf = ({ out }: { out: string }) =>
      (JSON.parse(out) as { report: { definitionDigest: string } }).report.definitionDigest;
    expect(digestOf(again)).toBe(digestOf(sent));
  },
  3 * WITHIN_MS,
);

onlyInLongTier(
  'the next version is written on in the browser, measures otherwise and is published',
  async () => {
    const cookie = await here.signIn('instructor@demo.holdout');
    const draft = await WrittenDraft.nextOf(here, cookie, 'waits');
    const source = readFileSync(path.join(SCORERS, 'good.py'), 'utf8');
    expect(await draft.settings()).toMatchObject({
      scorer: source,
      scorerMetrics: [{ name: 'close' }, { name: 'worstTenth', unit: 'min' }],
    });
    await draft.save({
      ...DECLARED,
      scorer: source.replace('60.0', '30.0'),
      scorerMetrics: [],
      passMark: 60,
    });
    const { status, problems, report } = await draft.publish(WITHIN_MS);
    expect([status, problems, report?.version, report?.isNew]).toEqual(['SUCCEEDED', [], 2, true]);
    expect(report?.trial?.filter(({ isOwn }) => isOwn).map(({ metric }) => metric)).toEqual([
      'close',
      'worstTenth',
    ]);
    const digests = await here.sql(
      `SELECT DISTINCT definition->'scorer'->>'sha256' AS own FROM assignment_versions v
       JOIN assignments a ON a.id = v.assignment_id WHERE a.slug = 'waits'`,
    );
    expect(digests).toHaveLength(2);
  },
  WITHIN_MS,
);
