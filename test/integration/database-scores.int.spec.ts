import {
  addMeasurement,
  anchorsInForce,
  createDatabase,
  earlierRunsOf,
  finishCalibration,
  leaderboardPage,
  measuredRunsOf,
  newId,
  publishedVersion,
  resampledPointsOf,
  resamplesOf,
  runById,
  runPage,
  skillEvidenceOf,
  standingsOf,
  type Database,
} from '@holdout/db';
import { scoreRun } from '../support/scored-runs.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, inSchool, submissionOf, type School } from '../support/school.js';

let test: TestDatabase;
let school: School;
let api: Database;
let worker: Database;

beforeAll(async () => {
  test = await freshDatabase();
  school = await arrangeSchool(test, 'school', 3);
  api = createDatabase({ url: test.apiUrl, max: 4 });
  worker = createDatabase({ url: test.workerUrl, max: 4 });
});

afterAll(async () => {
  await Promise.all([api.close(), worker.close()]);
  await test.drop();
});

/** Submits, claims and scores in one go. `noise` is added to the paired resamples, in turns up and down. */
async function grade(
  student: number,
  points: number,
  noise: number,
  kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE',
) {
  const submission = submissionOf(school, school.students[student] ?? '', kind);
  const { runId } = await scoreRun({ api, worker }, submission, { points, noise });
  return inSchool(api, school, (tx) => runById(tx, runId));
}

const ladderOf = (run: Awaited<ReturnType<typeof grade>>) =>
  run.scores[0]?.ladder as { isReleased: boolean; shownPoints: number; shownRunId: string };

it('shows a practice score by the Ladder, and the board only what was shown', async () => {
  const first = await grade(0, 60, 0);
  expect(ladderOf(first)).toMatchObject({ isReleased: true, shownPoints: 60 });
  expect(ladderOf(await grade(0, 61, 5))).toMatchObject({
    isReleased: false,
    shownPoints: 60,
    shownRunId: first.id,
  });
  const better = await grade(0, 75, 0);
  expect(ladderOf(better)).toMatchObject({ isReleased: true, shownRunId: better.id });
  await grade(1, 50, 0);
  const board = { assignmentVersionId: school.versionId, split: 'PUBLIC_TEST', cohortId: null } as const;
  const page = (after: { value: number; id: string } | null) =>
    inSchool(api, school, (tx) => leaderboardPage(tx, board, { first: 1, after }));
  const { rows, hasNextPage } = await page(null);
  expect(rows).toMatchObject([{ runId: better.id, value: 75, publicRank: null }]);
  const [{ scoreId = '' } = {}] = rows;
  expect(await inSchool(api, school, (tx) => resamplesOf(tx, [scoreId]))).toEqual(
    new Map([[scoreId, [74, 75, 76, 75]]]),
  );
  expect(hasNextPage).toBe(true);
  const next = await page(rows[0] ?? null);
  expect(next).toMatchObject({ rows: [{ value: 50 }], hasNextPage: false });
});

it('keeps metrics, receipt and digests with the run, and lets a certification pass', async () => {
  const run = await grade(2, 82, 0, 'CERTIFICATION');
  expect(run).toMatchObject({ status: 'FINISHED', outcome: 'SCORED', provenance: { scorer: 'x' } });
  expect(run.metrics).toMatchObject([{ name: 'auc', split: 'PRIVATE_TEST', isGraded: true }]);
  expect(run.scores[0]).toMatchObject({ isPassed: true, isProvisional: false, ladder: null });
  expect(run.receipt?.digest).toBe('e'.repeat(64));
  const student = school.students[2] ?? '';
  const standings = await inSchool(api, school, (tx) => standingsOf(tx, student, [school.assignmentId]));
  expect(standings.get(school.assignmentId)).toEqual({ bestPoints: 82, isPassed: true, hasRuns: true });
  expect(await inSchool(api, school, (tx) => skillEvidenceOf(tx, student))).toEqual([
    {
      skill: 'SUPERVISED_UNSUPERVISED',
      criterion: 'Ranking',
      points: 82,
      weight: 35,
      assignmentSlug: 'risk',
      assignmentTitle: 'Risk',
      runId: run.id,
    },
  ]);
});

it('tells of each student the latest run that they were shown, and of nobody else', async () => {
  const told = (student: number) =>
    inSchool(worker, school, (tx) => measuredRunsOf(tx, school.students[student] ?? newId()));
  const own = await told(0);
  const metrics = [{ name: 'auc', value: 0.8, low: 0.78, high: 0.82, graded: true }];
  expect(own).toMatchObject([{ assignment: 'risk', kind: 'PRACTICE', points: 75, metrics }]);
  expect(ladderOf(await grade(1, 51, 5)).isReleased).toBe(false);
  expect(await told(1)).toMatchObject([{ kind: 'PRACTICE', split: 'PUBLIC_TEST', points: 50 }]);
  expect(await told(0)).toEqual(own);
  expect(await told(2)).toMatchObject([{ kind: 'CERTIFICATION', split: 'PRIVATE_TEST', points: 82 }]);
  expect(await told(9)).toEqual([]);
});

it('sets a score beside earlier shown ones of the same student and split', async () => {
  const studentId = school.students[0] ?? '';
  const [latest] = (await inSchool(api, school, (tx) => runPage(tx, { readerId: studentId }, { first: 3 })))
    .rows;
  if (!latest) throw new Error('no run');
  const earlier = (run: typeof latest, split: 'PUBLIC_TEST' | 'PRIVATE_TEST' = 'PUBLIC_TEST') =>
    inSchool(api, school, async (tx) => (await earlierRunsOf(tx, run, split, 20)).map(({ value }) => value));
  expect(await earlier(latest)).toEqual([60]);
  expect(await earlier(latest, 'PRIVATE_TEST')).toEqual([]);
  expect(await earlier({ ...latest, studentId: school.students[1] ?? '' })).toEqual([]);
  expect(await inSchool(api, school, (tx) => resampledPointsOf(tx, latest.id))).toEqual({
    value: 75,
    resamples: [74, 75, 76, 75],
  });
});

it('never lets practice show in what was certified', async () => {
  const student = school.students[0] ?? '';
  const standings = await inSchool(api, school, (tx) => standingsOf(tx, student, [school.assignmentId]));
  expect(standings.get(school.assignmentId)).toMatchObject({ bestPoints: 75, isPassed: false });
  expect(await inSchool(api, school, (tx) => skillEvidenceOf(tx, student))).toEqual([]);
});

it('measures anchors once per split and puts them in force when all are done', async () => {
  const measure = (index: number) =>
    inSchool(worker, school, (tx) => addMeasurement(tx, school.versionId, index, { auc: index }));
  const versionNow = () => inSchool(api, school, (tx) => publishedVersion(tx, school.versionId));
  expect(await Promise.all([measure(0), measure(0)])).toEqual([1, 1]);
  expect(anchorsInForce(await versionNow()).source).toBe('SHIPPED');
  expect(await measure(1)).toBe(2);
  await inSchool(worker, school, (tx) => finishCalibration(tx, school.versionId, { auc: {} }, new Date()));
  expect(anchorsInForce(await versionNow())).toEqual({ anchors: { auc: {} }, source: 'MEASURED' });
});
