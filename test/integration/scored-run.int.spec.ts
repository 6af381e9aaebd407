import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliDeployment } from '../support/cli-deployment.js';

const STARTER = fileURLToPath(new URL('../../graders/tabular-risk/starter', import.meta.url));
const DIGEST = /^[0-9a-f]{64}$/;

const RUN = `query ($id: ID!) { run(id: $id) {
  id kind status outcome reason message seed attempt cpuSeconds finishedAt queue { position }
  student { name } submission { fileName archiveDigest } assignment { slug bestPoints isPassed }
  phases { name label status wallMs maxRssBytes samples { seconds cpuSeconds memoryBytes } }
  metrics { name split value low high n direction isGraded }
  receipt { digest statement }
  earlierRuns { id value }
  comparison { earlier { id } verdict difference low high }
  validationGaps { metric label claimed hidden verdict }
  score {
    split value low high passMark isPassed isProvisional anchorsSource
    ladder { isReleased shownPoints shownRunId message }
    criteria { key mode points low high weight countedWeight advice skills }
    gates { key status message } findings { key severity message }
    slices { attribute group n positives metrics { name value low high } }
    plots { key kind source series { name role points { x y low high n } } }
  }
} }`;

interface Interval {
  value: number;
  low: number;
  high: number;
}
interface Run {
  id: string;
  phases: {
    name: string;
    label: string;
    status: string;
    wallMs: number | null;
    samples: { seconds: number; cpuSeconds: number; memoryBytes: number }[];
  }[];
  metrics: (Interval & { name: string; split: string; n: number })[];
  receipt: { digest: string; statement: string } | null;
  cpuSeconds: number;
  earlierRuns: { id: string }[];
  comparison: object | null;
  validationGaps: { metric: string; hidden: number | null; verdict: string }[];
  score: Interval & {
    split: string;
    ladder: { isReleased: boolean; shownPoints: number; shownRunId: string; message: string } | null;
    criteria: { key: string; mode: string; points: number | null; weight: number; advice: string }[];
    gates: { key: string; status: string }[];
    slices: { attribute: string; group: string; n: number }[];
    plots: { key: string; source: string; series: { points: { n: number | null }[] }[] }[];
  };
}

/** The starter kit, saying what its author measured. */
let project: string;
let deployment: CliDeployment;
let student: string;
let practice: Run;
let again: Run;
let certification: Run;

/** Submits the starter kit and waits for its score. */
async function submitted(...more: string[]): Promise<string> {
  const said = await deployment.holdout([
    'submit', project, '--assignment', 'tabular-risk', '--wait', '--json', ...more,
  ]); // prettier-ignore
  if (said.code !== 0) throw new Error(`The run was not scored:\n${said.out}\n${said.err}`);
  return (JSON.parse(said.out) as { runId: string }).runId;
}

async function ask<T>(cookie: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await deployment.ask<T>(cookie, query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

const runOf = async (id: string) => (await ask<{ run: Run }>(student, RUN, { id })).run;

beforeAll(async () => {
  project = mkdtempSync(path.join(tmpdir(), 'holdout-starter-'));
  cpSync(STARTER, project, { recursive: true });
  appendFileSync(path.join(project, 'holdout.toml'), '\n[validation]\nauc = 0.998\naccuracy = 0.9\n');
  deployment = await CliDeployment.start();
  student = await deployment.signIn('student@demo.holdout');
  practice = await runOf(await submitted());
  again = await runOf(await submitted());
  certification = await runOf(await submitted('--certify'));
}, 300_000);
afterAll(async () => {
  await deployment?.stop();
  rmSync(project, { recursive: true, force: true });
});

describe('a scored run, read through the API', () => {
  it('names its phases in order, each ended, and what they took', () => {
    for (const run of [practice, certification]) {
      expect(run.phases[0]).toMatchObject({ name: 'PREPARE' });
      expect(run.phases.at(-1)).toMatchObject({ name: 'SCORE' });
      for (const phase of run.phases)
        expect(phase).toMatchObject({ status: 'SUCCEEDED', wallMs: expect.any(Number) });
      expect(run.cpuSeconds).toBeGreaterThan(0);
    }
  });

  it('tells what a phase took over time where its log may be read, and of no phase that reads hidden rows', () => {
    for (const { phases } of [practice, certification]) {
      const told = phases.filter(({ samples }) => samples.length > 0).map(({ name, label }) => [name, label]);
      expect(told).toEqual([
        ['TRAIN', 'train'],
        ['PREDICT', 'sample'],
      ]);
      const [first] = phases.find(({ name }) => name === 'TRAIN')?.samples ?? [];
      expect(first).toEqual({ seconds: 0, cpuSeconds: 0, memoryBytes: expect.any(Number) });
      expect(first?.memoryBytes).toBeGreaterThan(1024 * 1024);
    }
  });

  it('scores practice on the public rows and certification on the private ones, never both', () => {
    const splitsOf = (run: Run) => [...new Set(run.metrics.map(({ split }) => split))];
    expect([practice.score.split, splitsOf(practice)]).toEqual(['PUBLIC_TEST', ['PUBLIC_TEST']]);
    expect([certification.score.split, splitsOf(certification)]).toEqual(['PRIVATE_TEST', ['PRIVATE_TEST']]);
    for (const { score, metrics } of [practice, certification]) {
      for (const { value, low, high } of [score, ...metrics]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
      const rows = metrics.map(({ n }) => n);
      expect(Math.max(...rows)).toBeGreaterThan(200);
    }
  });

  it('breaks the points down by the criteria of the rubric, and shows gates, groups and plots', () => {
    const { criteria, gates, slices, plots } = certification.score;
    const automatic = criteria.filter(({ mode }) => mode === 'AUTO');
    expect(automatic.length).toBeGreaterThan(3);
    for (const { points, weight, advice } of automatic) {
      expect(points).toBeGreaterThanOrEqual(0);
      expect(weight).toBeGreaterThan(0);
      expect(advice).toMatch(/\w/);
    }
    expect(criteria.filter(({ mode }) => mode === 'MANUAL').map(({ points }) => points)).toContain(null);
    expect(gates.map(({ status }) => status)).not.toContain('');
    expect(slices.length).toBeGreaterThan(1);
    expect(plots.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['roc', 'precision-recall', 'reliability', 'cost']),
    );
  });

  it('gives away no hidden row in a plot', () => {
    for (const { source, series } of certification.score.plots.filter(({ source }) => source !== 'SAMPLE')) {
      expect([source, series.length]).toEqual([expect.any(String), expect.any(Number)]);
      for (const { points } of series) {
        expect(points.length).toBeLessThanOrEqual(201);
        for (const { n } of points) if (n !== null) expect(n).toBeGreaterThanOrEqual(20);
      }
    }
  });

  it('releases no second score for the same answers', () => {
    expect(practice.score.ladder).toMatchObject({ isReleased: true, shownRunId: practice.id });
    expect(again.score.ladder).toMatchObject({
      isReleased: false,
      shownRunId: practice.id,
      shownPoints: practice.score.ladder?.shownPoints,
    });
    expect(certification.score.ladder).toBeNull();
  });

  it('sets it beside the attempt before, and tells no more of one that was not released', async () => {
    expect(practice).toMatchObject({ earlierRuns: [], comparison: null });
    expect(certification).toMatchObject({ earlierRuns: [], comparison: null });
    expect(again.earlierRuns).toMatchObject([{ id: practice.id }]);
    expect(again.comparison).toEqual({
      earlier: { id: practice.id },
      verdict: 'NO_DIFFERENCE',
      difference: null,
      low: null,
      high: null,
    });
    const COMPARE =
      'query ($id: ID!, $with: ID!) { run(id: $id) { comparison(earlierRunId: $with) { verdict difference } } }';
    const staff = await deployment.signIn('instructor@demo.holdout');
    expect(await ask(staff, COMPARE, { id: again.id, with: practice.id })).toEqual({
      run: { comparison: { verdict: 'NO_DIFFERENCE', difference: 0 } },
    });
    const other = await deployment.ask(student, COMPARE, { id: again.id, with: certification.id });
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('shows how far the student’s own validation was from the hidden rows', () => {
    for (const { validationGaps, metrics } of [practice, again, certification]) {
      expect(validationGaps).toEqual([
        {
          metric: 'auc',
          label: expect.any(String),
          claimed: 0.998,
          verdict: 'TOO_GOOD',
          hidden: metrics.find(({ name }) => name === 'auc')?.value,
        },
        { metric: 'accuracy', label: null, claimed: 0.9, hidden: null, verdict: 'NOT_MEASURED' },
      ]);
    }
  });

  it('gives a receipt of the certification that names what was graded', () => {
    expect(practice.receipt?.digest ?? null).toEqual(practice.receipt ? expect.stringMatching(DIGEST) : null);
    expect(certification.receipt?.digest).toMatch(DIGEST);
    const statement = JSON.parse(certification.receipt?.statement ?? '{}') as Record<string, unknown>;
    expect(JSON.stringify(statement)).toContain(certification.id);
  });
});

describe('what a scored run changes elsewhere', () => {
  it('is on the list of attempts, newest first', async () => {
    const { runs } = await ask<{ runs: { edges: { node: { id: string } }[] } }>(
      student,
      '{ runs(assignmentSlug: "tabular-risk") { edges { node { id kind outcome score { value } } } } }',
    );
    expect(runs.edges.map(({ node }) => node.id)).toEqual([certification.id, again.id, practice.id]);
  });

  it('is on the leaderboard once, with the released points, and leads only its owner and staff to the run', async () => {
    const LEADERBOARD = `{ leaderboard(assignmentSlug: "tabular-risk") {
      rows { rank band points low high isViewer runId name student { name } } } }`;
    interface Board {
      leaderboard: { rows: { points: number; runId: string | null; isViewer: boolean }[] };
    }
    const own = await ask<Board>(student, LEADERBOARD);
    expect(own.leaderboard.rows).toEqual([
      expect.objectContaining({
        rank: 1,
        isViewer: true,
        runId: practice.id,
        points: practice.score.ladder?.shownPoints,
      }),
    ]);
    const instructor = await deployment.signIn('instructor@demo.holdout');
    const theirs = await ask<Board>(instructor, LEADERBOARD);
    expect(theirs.leaderboard.rows).toEqual([
      expect.objectContaining({ isViewer: false, runId: practice.id }),
    ]);
  });

  it('uses up attempts, and its points are the best of the assignment', async () => {
    const { assignment } = await ask<{
      assignment: { bestPoints: number; policy: Record<string, number> };
    }>(
      student,
      '{ assignment(slug: "tabular-risk") { bestPoints isPassed policy { practicePerDay practiceLeftToday certificationLimit certificationsLeft } } }',
    );
    const { practicePerDay, practiceLeftToday, certificationLimit, certificationsLeft } = assignment.policy;
    expect([Number(practicePerDay) - Number(practiceLeftToday)]).toEqual([2]);
    expect([Number(certificationLimit) - Number(certificationsLeft)]).toEqual([1]);
    expect(assignment.bestPoints).toBeCloseTo(certification.score.value, 6);
  });

  it('left a log of the visible phases alone', async () => {
    const { runLog } = await ask<{ runLog: { phase: string; text: string }[] }>(
      student,
      'query ($id: ID!) { runLog(runId: $id) { sequence phase text } }',
      { id: certification.id },
    );
    expect(runLog.length).toBeGreaterThan(0);
    const { run } = await ask<{ run: { phases: { name: string }[] } }>(student, RUN, {
      id: certification.id,
    });
    const visible = new Set(run.phases.map(({ name }) => name));
    for (const { phase } of runLog) expect(visible).toContain(phase);
  });

  it('is nobody else’s to read but staff of the same organization', async () => {
    const stranger = await deployment.signIn('student@other.holdout');
    for (const [cookie, code] of [
      [await deployment.signIn('instructor@demo.holdout'), undefined],
      [stranger, 'NOT_FOUND'],
      ['', 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await deployment.ask(cookie, RUN, { id: certification.id });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });
});
