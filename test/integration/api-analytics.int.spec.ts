import type { Database, RunEnd } from '@holdout/db';
import { parquetReadObjects } from 'hyparquet';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { publishSample } from '../support/sample-assignment.js';
import { admitStudents } from '../support/lab-students.js';
import { endRun, scoreRun } from '../support/scored-runs.js';

const SLUG = 'analysed';
const ANALYTICS = `query ($slug: String!) { cohortAnalytics(slug: $slug) { students attempts
  stages { slug passed inProgress notStarted }
  assignments { slug tried certified passed quartiles histogram attemptsToPass attemptsToPassMost feedbackSeconds }
  failures { assignmentSlug phase reason message attempts students }
  skills { name mean skills { skill points } }
  atRisk { name risks { reason assignmentTitle } }
  weakSlices { attribute group metric students shareWorse shareClearlyWorse slice overall } } }`;

interface Analytics {
  students: number;
  attempts: number;
  stages: { slug: string; passed: number; inProgress: number; notStarted: number }[];
  assignments: ({ slug: string } & Record<string, unknown>)[];
  failures: object[];
  skills: object[];
  atRisk: { name: string; risks: { reason: string; assignmentTitle: string | null }[] }[];
  weakSlices: object[];
}

let lab: ApiLab;
let databases: { api: Database; worker: Database };
let cookies: Record<'instructor' | 'assistant' | 'student' | 'foreign', string>;
let cohort: string;
const ids = new Map<string, string>();

const submission = (name: string, kind: 'PRACTICE' | 'CERTIFICATION') => ({
  organizationId: DEMO,
  studentId: ids.get(name) ?? '',
  assignmentSlug: SLUG,
  kind,
  declaration: null,
  archive: { digest: 'a'.repeat(64), bytes: 10, fileName: 'project.zip' },
  now: new Date(),
});

/** The metric is .80 for everyone; young customers get .70, with an interval below it where that is clear. */
const sliceOf = (isClear: boolean) => ({
  attribute: 'age',
  group: 'under 25',
  n: 40,
  positives: 12,
  metrics: { auc: { value: 0.7, low: 0.6, high: isClear ? 0.75 : 0.85 } },
});

const score = (name: string, kind: 'PRACTICE' | 'CERTIFICATION', points: number, isClear = true) =>
  scoreRun(databases, submission(name, kind), { points, result: { slices: [sliceOf(isClear)] } });

const crash = (name: string, line: number) =>
  endRun(databases, submission(name, 'PRACTICE'), () => {
    const end: RunEnd = { outcome: 'STUDENT_ERROR', reason: 'CRASHED', message: `It ended with exit code 1 in line ${line}.`, errorDetail: { phase: 'TRAIN' } }; // prettier-ignore
    return end;
  });

const analytics = async (): Promise<Analytics> => {
  const { data, errors } = await lab.ask<{ cohortAnalytics: Analytics }>({ cookie: cookies.instructor }, ANALYTICS, { slug: cohort }); // prettier-ignore
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no data');
  return data.cohortAnalytics;
};
const risksOf = ({ atRisk }: Analytics, name: string) =>
  atRisk.find((student) => student.name === name)?.risks.map(({ reason }) => reason);
const file = (kind: string, cookie: string) =>
  fetch(`${lab.url}/files/cohorts/${cohort}/attempts.${kind}`, { headers: { cookie } });

beforeAll(async () => {
  lab = await ApiLab.start();
  databases = lab.openDatabases();
  cookies = await lab.signInAll({
    instructor: 'instructor@demo.holdout',
    assistant: 'ta@demo.holdout',
    student: 'student@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  [{ slug: cohort } = { slug: '' }] = await lab.sql<{ slug: string }>('SELECT slug FROM cohorts WHERE organization_id = $1', [DEMO]); // prettier-ignore
  const skills = ['MATHEMATICS' as const, 'DOMAINS' as const];
  const ranking = { key: 'ranking', title: 'Ranking', description: '', workflowStep: 'IMPROVE' as const, mode: 'AUTO' as const }; // prettier-ignore
  await publishSample(lab.owner, DEMO, {
    slug: SLUG,
    criteria: [{ ...ranking, weight: 35, isRequired: true, skills, levels: null, advice: '' }],
  });
  const names = ['=Ada', 'Bo', 'Cleo', 'Dan', 'Eva'];
  const admitted = await admitStudents(lab, databases.api, names);
  names.forEach((name, index) => ids.set(name, admitted[index] ?? ''));
  await score('=Ada', 'PRACTICE', 60);
  await score('=Ada', 'CERTIFICATION', 90);
  await score('Bo', 'CERTIFICATION', 71, false);
  await score('Cleo', 'CERTIFICATION', 40);
  await score('Cleo', 'CERTIFICATION', 55);
  await crash('Dan', 7);
  await crash('Dan', 12);
  await crash('Dan', 30);
  await crash('Cleo', 3);
});
afterAll(async () => {
  await Promise.all([databases?.api.close(), databases?.worker.close()]);
  await lab?.stop();
});

it('counts each student once in every stage', async () => {
  const { students, attempts, stages } = await analytics();
  expect(attempts).toBe(9);
  for (const stage of stages) expect(stage.passed + stage.inProgress + stage.notStarted).toBe(students);
  expect(stages.at(-1)).toMatchObject({ passed: 2, inProgress: 2 });
});

it('takes each student’s best certification, and the attempts up to the one that passed', async () => {
  const { assignments } = await analytics();
  const figures = assignments.find(({ slug }) => slug === SLUG);
  expect(figures).toMatchObject({
    tried: 4,
    certified: 3,
    passed: 2,
    quartiles: [55, 63, 71, 80.5, 90],
    histogram: [0, 0, 0, 0, 0, 1, 0, 1, 0, 1],
    attemptsToPass: 1.5,
  });
  expect(figures?.feedbackSeconds).toBeGreaterThan(0);
});

it('puts failures together that differ in numbers only', async () => {
  const { failures } = await analytics();
  expect(failures).toEqual([
    {
      assignmentSlug: SLUG,
      phase: 'TRAIN',
      reason: 'CRASHED',
      attempts: 4,
      students: 2,
      message: expect.stringMatching(/^It ended with exit code 1 in line \d+\.$/) as string,
    },
  ]);
});

it('has the skills of each student as their own map has them, the weakest first', async () => {
  const { skills } = await analytics();
  const both = (points: number) => ['MATHEMATICS', 'DOMAINS'].map((skill) => ({ skill, points }));
  expect(skills).toEqual([
    { name: 'Cleo', mean: 55, skills: both(55) },
    { name: 'Bo', mean: 71, skills: both(71) },
    { name: '=Ada', mean: 90, skills: both(90) },
  ]);
});

it('names a group of rows on which everyone is worse, and for how many that is sure', async () => {
  const { weakSlices } = await analytics();
  expect(weakSlices).toEqual([
    {
      attribute: 'age',
      group: 'under 25',
      metric: 'AUC',
      students: 3,
      shareWorse: 1,
      shareClearlyWorse: expect.closeTo(2 / 3) as number,
      slice: 0.7,
      overall: 0.8,
    },
  ]);
});

it('says who needs somebody, and why', async () => {
  const now = await analytics();
  expect(risksOf(now, 'Dan')).toEqual(['FAILING']);
  expect(risksOf(now, 'Cleo')).toEqual(['NO_ATTEMPTS_LEFT']);
  expect(risksOf(now, '=Ada')).toBeUndefined();
  await lab.sql(
    `UPDATE cohort_assignments SET due_at = now() - interval '1 hour' WHERE assignment_id IN (SELECT id FROM assignments WHERE slug = '${SLUG}')`,
  );
  await lab.sql(`UPDATE enrollments SET created_at = now() - interval '8 days'`);
  await lab.sql(`SET session_replication_role = replica; UPDATE runs SET queued_at = now() - interval '15 days' WHERE student_id = '${ids.get('Bo')}'`); // prettier-ignore
  const later = await analytics();
  expect(risksOf(later, 'Dan')).toEqual(expect.arrayContaining(['OVERDUE', 'FAILING']));
  expect(risksOf(later, 'Eva')).toEqual(expect.arrayContaining(['OVERDUE', 'NEVER_STARTED']));
  expect(risksOf(later, 'Bo')).toEqual(['INACTIVE']);
});

it('gives every attempt as a file, with no formula for a spreadsheet to run', async () => {
  const csv = await (await file('csv', cookies.instructor)).text();
  const [head, ...lines] = csv.trim().split('\n');
  expect(head).toMatch(/^runId,studentId,student,stage,assignment,kind,queuedAt/);
  expect(lines).toHaveLength(9);
  expect(csv).toContain(",'=Ada,");
  const parquet = await (await file('parquet', cookies.instructor)).arrayBuffer();
  const rows = await parquetReadObjects({ file: parquet });
  expect(rows).toHaveLength(9);
  expect(rows.find(({ points }) => points === 90)).toMatchObject({ student: '=Ada', passed: true, kind: 'CERTIFICATION' }); // prettier-ignore
});

it('is for instructors of the organization', async () => {
  const code = (headers: Record<string, string>) => lab.codeOf(headers, ANALYTICS, { slug: cohort });
  expect(await code({ cookie: cookies.instructor })).toBe('ok');
  expect(await code({ cookie: cookies.assistant })).toBe('FORBIDDEN');
  expect(await code({ cookie: cookies.student })).toBe('FORBIDDEN');
  expect(await code({ cookie: cookies.foreign })).toBe('NOT_FOUND');
  expect(await code({})).toBe('UNAUTHENTICATED');
  for (const kind of ['csv', 'parquet']) {
    const statuses = [cookies.assistant, cookies.student, cookies.foreign, ''].map(async (cookie) => (await file(kind, cookie)).status); // prettier-ignore
    expect(await Promise.all(statuses)).toEqual([403, 403, 404, 401]);
  }
});
