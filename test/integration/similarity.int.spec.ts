import path from 'node:path';
import { recordSource } from '@holdout/db';
import { tarGz } from '@holdout/grading';
import { FileBlobStore } from '@holdout/storage';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';
import { until } from '../support/until.js';

const COMPARE = `mutation ($input: CompareSubmissionsInput!) { compareSubmissions(input: $input) { id status } }`;
const PAIR = 'id similarity leftShare matchedLines left { key name isEarlier } right { key name isEarlier }';
const REPORT = `query ($id: ID!) { similarityReport(id: $id) { status worksRead worksPlanned leftOut givenFiles histogram error
  counts { works students earlierStudents tooShort } pairs { nodes { ${PAIR} } pageInfo { hasNextPage } }
  clusters(least: 0.5) { students { name } pairs { id } } } }`;
const SIDE = `query ($id: ID!) { similarityPair(id: $id) { pair { ${PAIR} } left { runId files { path text } }
  right { runId files { path text } } matches { left { file from to } right { file from to } } } }`;
const NEWEST = `{ similarityReports(assignmentSlug: "${SLUG}", cohortSlug: "autumn") { id includesEarlier } }`;
const POLICY = `mutation { setReviewPolicy(assignmentSlug: "${SLUG}", policy: { gradersPerRun: 1, isAnonymous: true,
  isHeld: false }) { isAnonymous } }`;

/** Given to everyone. */
const KIT =
  'def load(path):\n    with open(path) as f:\n        return [line.strip().split(",") for line in f if line]\n';
const OWN = `def fit(rows, rate):
    weights = [0.0 for _ in rows[0]]
    for step in range(200):
        for *x, y in rows:
            guess = sum(w * v for w, v in zip(weights, x))
            weights = [w - rate * (guess - y) * v for w, v in zip(weights, x)]
        if step % 50 == 0:
            print(step, sum(abs(w) for w in weights))
    return weights
`;
const OTHER = `class Tree:
    def __init__(self, depth):
        self.depth, self.left, self.right = depth, None, None

    def split(self, table):
        best = min(table.columns, key=lambda name: table[name].std())
        half = table[best].median()
        if self.depth and len(table) > 20:
            self.left = Tree(self.depth - 1).split(table[table[best] < half])
            self.right = Tree(self.depth - 1).split(table[table[best] >= half])
        return self
`;
/** The same as a notebook, under other names. */
const COPIED = JSON.stringify({
  cells: [
    { cell_type: 'code', source: KIT },
    { cell_type: 'code', source: OWN.replaceAll('weights', 'beta').replaceAll('guess', 'yhat') },
  ],
});

interface Pair {
  id: string;
  similarity: number;
  leftShare: number;
  matchedLines: number;
  left: { key: string; name: string; isEarlier: boolean };
  right: { key: string; name: string; isEarlier: boolean };
}
interface Report {
  status: string;
  worksRead: number;
  leftOut: number;
  givenFiles: number;
  histogram: number[];
  error: string | null;
  counts: object;
  pairs: { nodes: Pair[] };
  clusters: { students: { name: string }[]; pairs: { id: string }[] }[];
}

let reviewed: ReviewedLab;
let lab: ApiLab;
let instructor: string;

const one = async (id: string) =>
  (await reviewed.read<{ similarityReport: Report }>(instructor, REPORT, { id })).similarityReport;

async function compared(includesEarlier: boolean): Promise<Report & { id: string }> {
  const input = { assignmentSlug: SLUG, cohortSlug: 'autumn', includesEarlier };
  const { compareSubmissions } = await reviewed.read<{ compareSubmissions: { id: string; status: string } }>(
    instructor,
    COMPARE,
    { input },
  );
  expect(compareSubmissions.status).toBe('QUEUED');
  const { id } = compareSubmissions;
  return {
    id,
    ...(await until(
      () => one(id),
      ({ status }) => !['QUEUED', 'RUNNING'].includes(status),
    )),
  };
}

/** What each run handed in, and the kit that all were given. */
async function keepFiles(texts: readonly Record<string, string>[]): Promise<void> {
  const blobs = new FileBlobStore(path.join(lab.folder, 'blobs'));
  for (const [place, files] of texts.entries()) {
    const stored = Object.entries(files).map(([name, text]) => ({ path: name, size: text.length, text }));
    const { digest } = await blobs.put(Buffer.from(JSON.stringify({ files: stored })));
    const [run] = await lab.sql<{ submission_id: string }>('SELECT submission_id FROM runs WHERE id = $1', [
      reviewed.runs[place],
    ]);
    const source = { organizationId: DEMO, submissionId: run?.submission_id ?? '', digest };
    await reviewed.worker.inTenant({ organizationId: DEMO, userId: null }, (tx) => recordSource(tx, source));
  }
  const kit = await blobs.put(await tarGz(new Map([['load.py', Buffer.from(KIT)]])));
  await lab.sql(`SET session_replication_role = replica; UPDATE assignment_versions SET starter_digest = '${kit.digest}'`); // prettier-ignore
}

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  ({ lab } = reviewed);
  [instructor] = await Promise.all([lab.signIn('instructor@demo.holdout'), lab.startWorker()]);
  await keepFiles([
    { 'train.py': `${KIT}\n${OWN}`, 'holdout.toml': 'seed = 7' },
    { 'train.py': `${KIT}\n${OTHER}` },
    { 'notebooks/train.ipynb': COPIED },
  ]);
});
afterAll(() => reviewed?.stop());

it('finds the copy in a notebook under other names, and not the kit that all were given', async () => {
  const report = await compared(false);
  expect(report).toMatchObject({
    status: 'READY',
    error: null,
    worksRead: 3,
    leftOut: 0,
    givenFiles: 1,
    counts: { works: 3, students: 3, earlierStudents: 0, tooShort: 0 },
    clusters: [{ students: [expect.anything(), expect.anything()] }],
  });
  expect(report.histogram.reduce((sum, count) => sum + count, 0)).toBe(3);
  const [first, ...others] = report.pairs.nodes;
  expect([first?.left.name, first?.right.name].toSorted()).toEqual(['Student 0', 'Student 2']);
  expect(first?.similarity).toBeGreaterThan(0.8);
  expect(others).toEqual([]);

  const { similarityPair } = await reviewed.read<{
    similarityPair: {
      left: { runId: string; files: { path: string; text: string }[] };
      right: { runId: string; files: { path: string; text: string }[] };
      matches: { left: { file: number; from: number; to: number } }[];
    };
  }>(instructor, SIDE, { id: first?.id });
  const { left, right, matches } = similarityPair;
  expect([left, right].flatMap(({ files }) => files.map((file) => file.path)).toSorted()).toEqual([
    'notebooks/train.ipynb',
    'train.py',
  ]);
  const [match] = matches;
  const lines = left.files[match?.left.file ?? 0]?.text.split('\n') ?? [];
  expect(lines.slice((match?.left.from ?? 1) - 1, match?.left.to).join('\n')).toContain('zip(');
  expect(lines.slice((match?.left.from ?? 1) - 1, match?.left.to).join('\n')).not.toContain('with open');
  const looks = await lab.sql<{ subject_id: string }>(`SELECT subject_id::text FROM audit_events WHERE action = 'similarity.opened'`); // prettier-ignore
  expect(looks.map(({ subject_id }) => subject_id).toSorted()).toEqual([left.runId, right.runId].toSorted());
});

it('compares with earlier cohorts by choice, and never two of them with each other', async () => {
  const names = await reviewed.read<{ similarityReports: { id: string }[] }>(instructor, NEWEST);
  expect(names.similarityReports).toHaveLength(1);
  await lab.sql(
    `WITH old AS (INSERT INTO cohorts (id, organization_id, track_id, slug, name, starts_at)
       SELECT gen_random_uuid(), organization_id, track_id, 'spring', 'Spring', '2020-01-01' FROM cohorts
       WHERE organization_id = $1 AND slug = 'autumn' RETURNING id)
     UPDATE enrollments SET cohort_id = (SELECT id FROM old) WHERE user_id = (SELECT student_id FROM runs WHERE id = $2)`,
    [DEMO, reviewed.runs[2]],
  );
  expect((await compared(false)).counts).toMatchObject({ works: 2, students: 2 });
  const { counts, pairs } = await compared(true);
  expect(counts).toMatchObject({ works: 3, students: 2, earlierStudents: 1 });
  const both = [pairs.nodes[0]?.left, pairs.nodes[0]?.right];
  expect(both.find((student) => student?.isEarlier)?.name).toBe('Student 2');
});

it('hides names and runs where reviews are anonymous', async () => {
  await reviewed.read(instructor, POLICY);
  const [newest] = (await reviewed.read<{ similarityReports: { id: string }[] }>(instructor, NEWEST)).similarityReports; // prettier-ignore
  const { pairs, clusters } = await one(newest?.id ?? '');
  expect(JSON.stringify({ pairs, clusters })).not.toContain('"Student 0"');
  expect(pairs.nodes[0]?.left.name).toMatch(/^Student [0-9A-F]{6}$/);
  const { similarityPair } = await reviewed.read<{ similarityPair: { left: { runId: null } } }>(instructor, SIDE, { id: pairs.nodes[0]?.id }); // prettier-ignore
  expect(similarityPair.left.runId).toBeNull();
});

it('makes one report of the same work at a time, and says what went wrong with one', async () => {
  const input = { assignmentSlug: SLUG, cohortSlug: 'autumn', includesEarlier: false };
  await lab.sql(
    `INSERT INTO similarity_reports (id, organization_id, assignment_id, cohort_id, requested_by, includes_earlier)
     SELECT gen_random_uuid(), organization_id, assignment_id, cohort_id, requested_by, false FROM similarity_reports LIMIT 1`,
  );
  const { errors } = await lab.ask({ cookie: instructor }, COMPARE, { input });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
  // Nobody told the queue of that report: the worker finds it.
  await until(
    () => lab.sql(`SELECT 1 FROM similarity_reports WHERE finished_at IS NULL`),
    (open) => open.length === 0,
  );
  await lab.sql(`SET session_replication_role = replica; UPDATE assignment_versions SET starter_digest = repeat('0', 64)`); // prettier-ignore
  expect(await compared(false)).toMatchObject({
    status: 'FAILED',
    error: expect.stringContaining('Ask again'),
  });
});
