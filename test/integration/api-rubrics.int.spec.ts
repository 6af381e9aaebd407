import type { ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';
import { until } from '../support/until.js';

const FIELDS = `version reason criteria { key title description workflowStep mode weight isRequired skills advice
  levels { points label description } }`;
const RUBRIC = `{ rubric(assignmentSlug: "${SLUG}") { ${FIELDS} } }`;
const IMPACT = `query ($input: RubricInput!) { rubricImpact(input: $input) { runs raised lowered newlyPassed noLongerPassed
  judgedAgain histogram changes { runId student before after wasPassed isPassed } } }`;
const REVISE = `mutation ($input: RubricInput!, $reason: String!) { reviseRubric(input: $input, reason: $reason) { version reason } }`;
const REVIEW = 'query ($runId: ID!) { review(runId: $runId) { criteria { id key points weight } } }';

interface Criterion {
  key: string;
  weight: number;
  levels: { points: number; label: string; description: string }[];
}
interface Rubric {
  version: number;
  criteria: Criterion[];
}
interface Impact {
  runs: number;
  raised: number;
  lowered: number;
  newlyPassed: number;
  noLongerPassed: number;
  judgedAgain: number;
  histogram: number[];
  changes: { runId: string; before: number; after: number }[];
}

let reviewed: ReviewedLab;
let lab: ApiLab;
let runs: readonly string[];
let instructor: string;

const rubric = async () => (await reviewed.read<{ rubric: Rubric }>(instructor, RUBRIC)).rubric;
/** The rubric in force with weights for some keys, "The notes" left out, and two levels instead of three for the report. */
async function changed(weights: Record<string, number>) {
  const { version, criteria } = await rubric();
  return {
    assignmentSlug: SLUG,
    basis: version,
    criteria: criteria
      .filter(({ key }) => key !== 'notes')
      .map(({ levels, ...criterion }) => ({
        ...criterion,
        weight: weights[criterion.key] ?? criterion.weight,
        levels: levels
          .slice(0, 2)
          .map((level) => ({ ...level, points: level.points === 60 ? 50 : level.points })),
      })),
  };
}
const impact = async (input: object) =>
  (await reviewed.read<{ rubricImpact: Impact }>(instructor, IMPACT, { input })).rubricImpact;
const scoresOf = (runId: string | undefined) =>
  lab.sql<{ cause: string; value: number; version: number }>(
    `SELECT s.cause, s.value, v.version FROM scores s JOIN rubric_versions v ON v.id = s.rubric_version_id
     WHERE s.run_id = $1 ORDER BY s.created_at`, [runId]); // prettier-ignore

async function grade(runId: string, levels: Record<string, number>) {
  const { review } = await reviewed.read<{ review: { criteria: { id: string; key: string }[] } }>(instructor, REVIEW, { runId }); // prettier-ignore
  for (const { id, key } of review.criteria) {
    const input = { runId, criterionId: id, points: levels[key], comment: '' };
    await reviewed.read(instructor, 'mutation ($input: GradeCriterionInput!) { gradeCriterion(input: $input) { runId } }', { input }); // prettier-ignore
  }
  await reviewed.read(instructor, 'mutation ($runId: ID!) { finishReview(runId: $runId) { state } }', { runId }); // prettier-ignore
}

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  ({ lab, runs } = reviewed);
  instructor = await lab.signIn('instructor@demo.holdout');
  await grade(runs[0] ?? '', { report: 60, notes: 100 });
  await grade(runs[1] ?? '', { report: 100, notes: 0 });
});
afterAll(() => reviewed?.stop());

it('shows whose points a change would change before anything is written', async () => {
  const before = await impact({ ...(await changed({})), criteria: (await rubric()).criteria });
  expect(before).toMatchObject({ runs: 3, raised: 0, lowered: 0, judgedAgain: 0, changes: [] });

  const found = await impact(await changed({ ranking: 70, report: 30 }));
  // 62 and "Present", now worth 50; "Argued" is no level any more; the third waits for a person as before.
  expect(found).toMatchObject({ runs: 3, raised: 1, lowered: 1, noLongerPassed: 1, judgedAgain: 1 });
  expect(found.changes).toMatchObject([
    { runId: runs[1], before: (75 + 100) / 3, after: 75 },
    { runId: runs[0], before: (62 + 60 + 100) / 3, after: 62 * 0.7 + 50 * 0.3 },
  ]);
  expect(found.histogram.reduce((sum, n) => sum + n, 0)).toBe(3);
  expect(await scoresOf(runs[0])).toHaveLength(2);
});

it('counts who has to be judged again when a required criterion is new', async () => {
  const { criteria, ...input } = await changed({});
  const fresh = { ...criteria.find(({ key }) => key === 'report'), key: 'defence', title: 'The defence' };
  expect(await impact({ ...input, criteria: [...criteria, fresh] })).toMatchObject({ judgedAgain: 2 });
});

it('keeps the automatic criteria, and refuses what nobody can grade by', async () => {
  const input = await changed({});
  const codes = [
    { ...input, criteria: input.criteria.filter(({ key }) => key !== 'ranking') },
    await changed({ ranking: -1 }),
    await changed({ ranking: 0, report: 0 }),
    { ...input, criteria: [...input.criteria, ...input.criteria] },
    { ...input, criteria: input.criteria.map((c) => ({ ...c, levels: c.levels.slice(0, 1) })) },
  ].map((wrong) => lab.codeOf({ cookie: instructor }, IMPACT, { input: wrong }));
  expect(await Promise.all(codes)).toEqual(Array<string>(5).fill('BAD_USER_INPUT'));
});

it('puts it in force: scores are made anew and every earlier one stays, though the message to the worker is lost', async () => {
  const input = await changed({ ranking: 70, report: 30 });
  expect(
    await reviewed.read(instructor, REVISE, { input, reason: ' The report weighed too much. ' }),
  ).toEqual({
    reviseRubric: { version: 2, reason: 'The report weighed too much.' },
  });
  await lab.sql('TRUNCATE bullmq.job CASCADE');
  await lab.sql(`UPDATE rescoring_tasks SET requested_at = now() - interval '1 minute'`);
  await lab.startWorker();
  const newest = await until(
    () => scoresOf(runs[0]),
    (scores) => scores.at(-1)?.cause === 'REVISED',
  );
  expect(newest).toEqual([
    { cause: 'GRADED', value: 62, version: 1 },
    { cause: 'REVIEWED', value: 74, version: 1 },
    { cause: 'REVISED', value: 62 * 0.7 + 50 * 0.3, version: 2 },
  ]);
  const told = await lab.sql<{ run_id: string }>(`SELECT run_id FROM notifications WHERE kind = 'REVISED' AND run_id = $1`, [runs[0]]); // prettier-ignore
  expect(told).toHaveLength(1);
  // The third earned the same as before: there is nothing to tell.
  await until(() => scoresOf(runs[2]), (scores) => scores.at(-1)?.cause === 'REVISED'); // prettier-ignore
  expect(await lab.sql(`SELECT 1 FROM notifications WHERE kind = 'REVISED' AND run_id = $1`, [runs[2]])).toEqual([]); // prettier-ignore
  await until(() => lab.sql('SELECT 1 FROM rescoring_tasks'), (tasks) => tasks.length === 0); // prettier-ignore
  const [event] = await lab.sql<{ detail: { version: number } }>(`SELECT detail FROM audit_events WHERE action = 'rubric.revised'`); // prettier-ignore
  expect(event?.detail).toMatchObject({ version: 2, reason: 'The report weighed too much.' });
  const changes = await lab.sql<{ subject_id: string; is_known: boolean; detail: object }>(
    `SELECT subject_id, actor_id IS NOT NULL AS is_known, detail FROM audit_events WHERE action = 'grade.changed'`,
  );
  expect(changes.find(({ subject_id: id }) => id === runs[0])).toMatchObject({
    is_known: true,
    detail: {
      cause: 'REVISED',
      reason: 'The report weighed too much.',
      before: { points: 74 },
      after: { points: 62 * 0.7 + 50 * 0.3 },
    },
  });
  expect(changes.map(({ subject_id: id }) => id)).not.toContain(runs[2]);
});

it('gives a review back to its grader where the level that was chosen is gone', async () => {
  const states = await lab.sql<{ run_id: string; status: string; finished_at: Date | null }>(
    'SELECT run_id, status, finished_at FROM reviews ORDER BY created_at',
  );
  expect(states).toMatchObject([
    { run_id: runs[0], status: 'FINISHED' },
    { run_id: runs[1], status: 'OPEN', finished_at: null },
  ]);
});

it('shows graders the rubric in force, with the choices that were carried over', async () => {
  const { review } = await reviewed.read<{ review: { criteria: object[] } }>(instructor, REVIEW, { runId: runs[0] }); // prettier-ignore
  expect(review.criteria).toMatchObject([{ key: 'report', points: 50, weight: 30 }]);
});

it('refuses a change that was made from an earlier version', async () => {
  const input = { ...(await changed({})), basis: 1 };
  expect(await lab.codeOf({ cookie: instructor }, REVISE, { input, reason: 'Late.' })).toBe('CONFLICT');
});

it('weighs what is scored later by the rubric in force', async () => {
  const [row] = await lab.sql<{ student_id: string }>('SELECT student_id FROM runs WHERE id = $1', [runs[2]]);
  const runId = await reviewed.handIn(row?.student_id ?? '', 90, new Date());
  expect((await scoresOf(runId)).map(({ cause, version }) => [cause, version])).toEqual([
    ['GRADED', 2],
    ['REVISED', 2],
  ]);
  expect(await lab.sql(`SELECT kind FROM notifications WHERE run_id = $1`, [runId])).toEqual([{ kind: 'GRADED' }]); // prettier-ignore
});

it('is for instructors of the organization', async () => {
  const input = await changed({});
  const cookies = await lab.signInAll({
    assistant: 'ta@demo.holdout',
    student: 'student@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  const asked: [string, Record<string, unknown>][] = [
    [RUBRIC, {}],
    [IMPACT, { input }],
    [REVISE, { input, reason: 'Mine.' }],
  ];
  for (const [query, variables] of asked) {
    expect(await lab.codeOf({ cookie: cookies.assistant }, query, variables)).toBe('FORBIDDEN');
    expect(await lab.codeOf({ cookie: cookies.student }, query, variables)).toBe('FORBIDDEN');
    expect(await lab.codeOf({ cookie: cookies.foreign }, query, variables)).toBe('NOT_FOUND');
    expect(await lab.codeOf({}, query, variables)).toBe('UNAUTHENTICATED');
  }
});
