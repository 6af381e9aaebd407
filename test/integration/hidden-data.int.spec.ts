import { mkdtemp, readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CliDeployment } from '../support/cli-deployment.js';
import { writeAssignment } from '../support/debian-datasets.js';
import { freePort } from '../support/free-port.js';
import { writeProject } from '../support/grading-lab.js';
import { OtlpReceiver } from '../support/otlp-receiver.js';
import { isLongTier } from '../support/long-tier.js';
import { randomOf } from '../support/random.js';

/** An import grades a reference twice to try the scorer. */
const WITHIN_MS = 200_000;

/** Numbers that nothing else makes: a label or feature is recognized by them wherever it stands, however it is written. */
const rows = (() => {
  const random = randomOf(47);
  const digits = () => String(Math.floor(random() * 900_000_000) + 100_000_000);
  return Array.from({ length: 120 }, (_, row) => ({
    desk: `desk${row % 30}`,
    queue: `${Math.floor(random() * 90) + 10}.${digits()}`,
    wait: `${Math.floor(random() * 90) + 10}.${digits()}`,
  }));
})();
const traceOf = (value: string) => value.slice(0, 9);
const DATA = `${['desk,queue,wait', ...rows.map(({ desk, queue, wait }) => `${desk},${queue},${wait}`)].join('\n')}\n`;

const DEFINITION = `template: regression
title: Waits
dataset: { file: data/waits.csv, target: { column: wait }, group: desk }
split: { rule: group, sampleRows: 15, publicRows: 30, privateRows: 30 }
scorer: { file: judge/waits.py }
metrics:
  - { name: mae, label: Mean error, direction: LOWER, bound: 0, unit: min, graded: true }
  - { name: close, label: Close enough, direction: HIGHER, bound: 1, unit: '', graded: true, own: true }
criteria:
  - { key: typical-error, metrics: [mae, close] }
`;
/** Prints what it is given; and, as the first prediction tells it, fails in ways that quote it. */
const SCORER = `import os
from holdout_scorer.own import Metric

def score(rows):
    print(rows.labels.tolist(), rows.predictions.tolist())
    asked = rows.predictions[0]
    if asked == -1:
        raise ValueError(f"cannot judge {rows.labels.tolist()}")
    if asked == -2:
        return [Metric(f"close to {rows.labels[0]!r}", "HIGHER", value=1.0)]
    if asked == -3:
        raise type(f"Not{rows.labels[0]!r}", (Exception,), {})()
    if asked == -4:
        os._exit(3)
    off = abs(rows.labels - rows.predictions)
    return [Metric("close", "HIGHER", rows=off <= 60.0)]
`;
const reached = (naive: number, simple: number, strong: number) => ({
  naive,
  simple,
  strong,
  gap: { mean: Math.abs(strong - simple), low: 0.1, high: 2 * Math.abs(strong - simple) },
});
const ANCHORS = {
  schema: 'holdout.anchors/1',
  metrics: { mae: reached(40, 20, 10), close: reached(0.4, 0.8, 0.95) },
};
/** Trains on nothing and prints what it trained on; predicts as `predict` says. */
const projectThat = (predict: string) => ({
  'holdout.toml': `[project]
assignment = "waits"
seed = 7
[commands]
train = "python3 train.py {data} {model}"
predict = "python3 predict.py {model} {features} {predictions}"
`,
  'train.py': `import os, sys
print(open(sys.argv[1] + "/train.csv").read())
os.makedirs(sys.argv[2], exist_ok=True)
open(sys.argv[2] + "/nothing.txt", "w").write("nothing")
`,
  'predict.py': `import csv, os, sys
features = list(csv.DictReader(open(sys.argv[2])))
def give(predictions):
    with open(sys.argv[3], "w", newline="") as target:
        csv.writer(target).writerows([["id", "prediction"], *zip([row["id"] for row in features], predictions)])
print(features, file=sys.stderr)
${predict}
`,
});
const answering = (value: string) => `give([${value}] * len(features))`;

/** How a run goes wrong, and how it ends. */
const RUNS: Record<string, [predict: string, outcome: string]> = {
  'the program prints the hidden rows and is scored': [answering('50'), 'SCORED'],
  'the program fails with a traceback that quotes the frame': ['raise ValueError(features)', 'STUDENT_ERROR'],
  'the program fails with an error that is named by a hidden row': [
    'raise type(features[0]["queue"], (Exception,), {})(features)',
    'STUDENT_ERROR',
  ],
  'predictions are hidden rows': [`give([str(row) for row in features])`, 'STUDENT_ERROR'],
  'predictions name columns after hidden rows': [
    `open(sys.argv[3], "w").write(",".join(row["queue"] for row in features) + "\\n")`,
    'STUDENT_ERROR',
  ],
  'the program leaves hidden rows where predictions belong': [
    `os.makedirs(sys.argv[3] + "/" + features[0]["queue"])`,
    'STUDENT_ERROR',
  ],
  'the scorer fails with a traceback that quotes the labels': [answering('-1'), 'INFRASTRUCTURE_ERROR'],
  'the scorer names a metric after a label': [answering('-2'), 'INFRASTRUCTURE_ERROR'],
  'the scorer fails with an error that is named by a label': [answering('-3'), 'INFRASTRUCTURE_ERROR'],
  'the scorer crashes': [answering('-4'), 'INFRASTRUCTURE_ERROR'],
};
/** One of a kind each, where there is no time for all. */
const SOME = [
  'the program fails with a traceback that quotes the frame',
  'predictions are hidden rows',
  'the scorer names a metric after a label',
  'the scorer crashes',
];
const tried = Object.entries(RUNS).filter(([how]) => isLongTier || SOME.includes(how));

let here: CliDeployment;
let traces: OtlpReceiver;
let metrics: number[];
/** What nobody outside grading may see, and what everybody may. */
let hidden: string[];
let open: string[];

beforeAll(async () => {
  traces = await OtlpReceiver.start();
  metrics = [await freePort(), await freePort()];
  const [ofApi, ofWorker] = metrics.map(String);
  here = await CliDeployment.start({ WORKER_PORT: String(ofWorker) }, 0, {
    LOG_LEVEL: 'trace',
    API_METRICS_PORT: String(ofApi),
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
  });
  const starter = projectThat(answering('50'));
  const folder = await writeAssignment(await mkdtemp(path.join(here.folder, 'own-')), 'waits', DEFINITION, {
    'data/waits.csv': DATA,
    'judge/waits.py': SCORER,
    'anchors.json': JSON.stringify(ANCHORS),
    ...Object.fromEntries(Object.entries(starter).map(([name, text]) => [`starter/${name}`, text])),
  });
  const instructor = await here.keyOf('instructor@demo.holdout');
  const imported = await here.holdout(['assignment', 'import', folder, '--publish'], instructor);
  expect(imported.code === 0 ? '' : imported.out + imported.err).toBe('');
  const given = await publicFiles();
  const values = rows.flatMap(({ queue, wait }) => [queue, wait]);
  hidden = values.filter((value) => !given.includes(value)).map(traceOf);
  open = values.filter((value) => given.includes(value)).map(traceOf);
}, WITHIN_MS);
afterAll(async () => {
  await here?.stop();
  await traces?.stop();
});

async function publicFiles(): Promise<string> {
  const cookie = await here.signIn('student@demo.holdout');
  const { data } = await here.ask<{ assignment: { version: { id: string } } }>(
    cookie,
    '{ assignment(slug: "waits") { version { id } } }',
  );
  const answer = await fetch(`${here.url}/files/public/${data?.assignment.version.id}`, {
    headers: { cookie },
  });
  return unpacked(Buffer.from(await answer.arrayBuffer()));
}

const unpacked = (bytes: Buffer) =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');

/** Every row of every table, bytes as hexadecimal digits. */
async function database(): Promise<string> {
  const tables = await here.sql(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  let text = '';
  for (const { name } of tables) {
    const found = await here.sql(`SELECT t::text AS row FROM ${String(name)} t`);
    text += found.map(({ row }) => String(row)).join('\n');
  }
  return text;
}

/** Stored content, and what it holds; that of runs' own files left out, of which staff alone see what was made of hidden rows. */
async function content(): Promise<{ files: string[]; text: string }> {
  const ofRuns = (await here.sql('SELECT digest FROM run_artifacts')).map(({ digest }) => String(digest));
  const found = await readdir(path.join(here.folder, 'blobs'), { recursive: true, withFileTypes: true });
  const files = found
    .filter((file) => file.isFile() && !ofRuns.includes(file.name))
    .map((file) => path.join(file.parentPath, file.name));
  const texts = await Promise.all(files.map(async (file) => unpacked(await readFile(file))));
  return { files, text: texts.join('\n') };
}

/** Values that stand in a text, as they are or as hexadecimal digits. */
const shownIn = (text: string, values: string[]) =>
  values.filter((value) => text.includes(value) || text.includes(Buffer.from(value).toString('hex')));

it(
  'is in nothing that is kept of a run, however it ends',
  async () => {
    expect([hidden.length > 100, open.length > 20]).toEqual([true, true]);
    for (const [how, [predict, outcome]] of tried) {
      const project = await writeProject(here.folder, projectThat(predict));
      const { out, err } = await here.holdout(['submit', project, '--wait', '--json']);
      expect([how, JSON.parse(out)]).toEqual([how, expect.objectContaining({ outcome })]);
      expect([how, shownIn(out + err, hidden)]).toEqual([how, []]);
    }
    const kept = await database();
    // What a program prints where it may be read is kept: it would be found.
    expect(shownIn(kept, open).length).toBeGreaterThan(10);
    expect(shownIn(kept, hidden)).toEqual([]);
  },
  WITHIN_MS,
);

it('is in no log, no metric and no trace', async () => {
  const log = here.wholeLog();
  expect(log).toContain('the grader of an assignment is at fault');
  expect(shownIn(log, hidden)).toEqual([]);
  const told = await Promise.all(
    metrics.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
  );
  expect(told.every((text) => text.includes('holdout_'))).toBe(true);
  expect(shownIn(told.join('\n'), hidden)).toEqual([]);
  expect(traces.spans.map(({ service }) => service)).toEqual(
    expect.arrayContaining(['holdout-api', 'holdout-worker']),
  );
  expect(shownIn(traces.said, hidden)).toEqual([]);
});

it('is in no stored content once what the author sent was worked on', async () => {
  const sent = await content();
  expect(shownIn(sent.text, hidden).length).toBeGreaterThan(100);
  // An hour is left to what is about to be used.
  const then = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const file of sent.files) await utimes(file, then, then);
  here.endRetention();
  const { files, text } = await content();
  expect(files.length).toBeLessThan(sent.files.length);
  expect(shownIn(text, hidden)).toEqual([]);
  expect(shownIn(text, open).length).toBeGreaterThan(10);
});
