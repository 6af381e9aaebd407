import { decisionOn, type Database } from '@holdout/db';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';
import { admitStudents } from '../support/lab-students.js';

const SLUG = 'tabular-risk';
const HOLD = `mutation ($cohort: ID!, $isHeld: Boolean!) {
  setGradesHeld(input: { cohortId: $cohort, assignmentSlug: "${SLUG}", isHeld: $isHeld }) }`;
const RUN = `query ($id: ID!) { run(id: $id) { outcome isHeld score { value } metrics { value } receipt { digest } reviewComments { text } } }`;
const GRADES = `query ($slug: String!) { cohortGrades(slug: $slug) { assignments { slug isHeld certified }
  students { nodes { name grades { points isPassed } } } } }`;
const STANDING = `{ assignment(slug: "${SLUG}") { bestPoints isPassed } track { skills { evidencePoints } }
  leaderboard(assignmentSlug: "${SLUG}", board: PRIVATE) { rows { points } ownPlace { points } } }`;
const TOLD = '{ notifications { notifications { kind title assignmentSlug runId } } }';
const ANNOUNCE = `mutation ($slug: String!, $title: String!, $text: String!) {
  announce(input: { cohortSlug: $slug, title: $title, text: $text }) { title } }`;
const HELD_TABLES = ['scores', 'metric_values', 'receipts', 'leaderboard_entries'];

interface Held {
  outcome: string;
  isHeld: boolean;
  score: { value: number } | null;
  metrics: object[];
  receipt: object | null;
}
interface Standing {
  assignment: { bestPoints: number | null; isPassed: boolean };
  track: { skills: { evidencePoints: number | null }[] };
  leaderboard: { rows: { points: number }[]; ownPlace: object | null };
}

let lab: ApiLab;
let databases: { api: Database; worker: Database };
let cookies: Record<'instructor' | 'assistant' | 'student' | 'fellow' | 'foreign', string>;
let cohort: { id: string; slug: string };
let studentId: string;
let run: { runId: string; submissionId: string };

async function read<T>(who: keyof typeof cookies, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await lab.ask<T>({ cookie: cookies[who] }, query, { ...variables });
  expect(errors).toBeUndefined();
  return data as T;
}
const hold = (isHeld: boolean) => read('instructor', HOLD, { cohort: cohort.id, isHeld });
const shown = async (who: keyof typeof cookies) =>
  (await read<{ run: Held }>(who, RUN, { id: run.runId })).run;
const kindsTold = async (who: 'student' | 'fellow') =>
  (
    await read<{ notifications: { notifications: { kind: string; title: string; runId: string | null }[] } }>(
      who,
      TOLD,
    )
  ).notifications.notifications;
const receiptOf = (cookie: string) =>
  fetch(`${lab.url}/files/receipts/${run.runId}`, { headers: { cookie } });
const decision = () =>
  databases.worker.inTenant({ organizationId: DEMO, userId: null }, (tx) => decisionOn(tx, run.submissionId));
const rowsSeenBy = (userId: string | null) =>
  databases.api.inTenant({ organizationId: DEMO, userId }, async (tx) => {
    const counts: number[] = [];
    for (const table of HELD_TABLES) {
      const rows = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE run_id = '${run.runId}'`); // prettier-ignore
      counts.push(rows[0]?.n ?? -1);
    }
    return counts;
  });

beforeAll(async () => {
  lab = await ApiLab.start();
  databases = lab.openDatabases();
  cookies = await lab.signInAll({
    instructor: 'instructor@demo.holdout',
    assistant: 'ta@demo.holdout',
    student: 'student@demo.holdout',
    fellow: 'sample@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  [cohort = { id: '', slug: '' }] = await lab.sql<{ id: string; slug: string }>('SELECT id, slug FROM cohorts WHERE organization_id = $1', [DEMO]); // prettier-ignore
  const [row] = await lab.sql<{ id: string }>(`SELECT id FROM auth."user" WHERE email = 'student@demo.holdout'`); // prettier-ignore
  studentId = row?.id ?? '';
  await hold(true);
  run = await certifiedRun(databases, { organizationId: DEMO, studentId, assignmentSlug: SLUG, points: 80 });
  // As if it were signed: without a file there would be nothing to hold back.
  await lab.sql(
    `SET session_replication_role = replica; UPDATE receipts SET envelope = '{}' WHERE run_id = '${run.runId}'`,
  );
  const [other = ''] = await admitStudents(lab, databases.api, ['=Ada']);
  await certifiedRun(databases, { organizationId: DEMO, studentId: other, assignmentSlug: SLUG, points: 65 });
  // Otherwise the private board is shut for students anyway.
  await lab.sql(`UPDATE cohort_assignments SET closes_at = now() - interval '1 minute'`);
});
afterAll(async () => {
  await Promise.all([databases?.api.close(), databases?.worker.close()]);
  await lab?.stop();
});

describe('while grades are held', () => {
  it('a student learns that the run is scored and its result held, and nothing else', async () => {
    expect(await shown('student')).toMatchObject({
      outcome: 'SCORED',
      isHeld: true,
      score: null,
      metrics: [],
      receipt: null,
    });
    const standing = await read<Standing>('student', STANDING);
    expect(standing.assignment).toEqual({ bestPoints: null, isPassed: false });
    expect(standing.track.skills.every(({ evidencePoints }) => evidencePoints === null)).toBe(true);
    expect(standing.leaderboard).toEqual({ rows: [], ownPlace: null });
    expect((await receiptOf(cookies.student)).status).toBe(404);
    expect((await receiptOf(cookies.instructor)).status).toBe(200);
  });

  it('neither do fellows, nor who verifies without an account', async () => {
    expect((await read<Standing>('fellow', STANDING)).leaderboard.rows).toEqual([]);
    expect(await rowsSeenBy(studentId)).toEqual([0, 0, 0, 0]);
    expect(await rowsSeenBy(null)).toEqual([0, 0, 0, 0]);
  });

  it('refuses a reproduction, whose numbers would tell', async () => {
    const reproduce = 'mutation ($id: ID!) { reproduceRun(runId: $id) { id } }';
    expect(await lab.codeOf({ cookie: cookies.student }, reproduce, { id: run.runId })).toBe('CONFLICT');
  });

  it('no credential is decided on', async () => {
    expect(await decision()).toBeNull();
  });

  it('staff see what there is', async () => {
    expect(await shown('assistant')).toMatchObject({ isHeld: true, score: { value: 80 }, receipt: {} });
    expect(await read('instructor', GRADES, { slug: cohort.slug })).toMatchObject({
      cohortGrades: { assignments: [{ slug: SLUG, isHeld: true, certified: 2 }] },
    });
  });
});

it('releases them: shown, told once, and credentials are settled', async () => {
  await lab.sql('DELETE FROM credential_tasks');
  await hold(false);
  await hold(false);
  expect(await shown('student')).toMatchObject({ isHeld: false, score: { value: 80 }, receipt: {} });
  expect((await receiptOf(cookies.student)).status).toBe(200);
  const told = (await kindsTold('student')).filter(({ kind }) => kind === 'RELEASED');
  expect(told).toEqual([{ kind: 'RELEASED', title: 'Tabular risk model', assignmentSlug: SLUG, runId: run.runId }]); // prettier-ignore
  expect(await kindsTold('fellow')).toEqual([]);
  const tasks = await lab.sql(`SELECT 1 FROM credential_tasks WHERE kind = 'SETTLE' AND subject_id = $1`, [run.submissionId]); // prettier-ignore
  expect(tasks).toHaveLength(1);
  expect(await decision()).toMatchObject({ value: 80 });
  const audited = await lab.sql<{ action: string }>(`SELECT action FROM audit_events WHERE action LIKE 'grades.%' ORDER BY id`); // prettier-ignore
  expect(audited.map(({ action }) => action)).toEqual(['grades.held', 'grades.released']);
});

it('hands out a gradebook in which no name is a formula', async () => {
  const response = await fetch(`${lab.url}/files/cohorts/${cohort.slug}/grades.csv`, {
    headers: { cookie: cookies.instructor },
  });
  const lines = (await response.text()).trim().split('\n');
  expect(lines[0]).toBe(`studentId,student,${SLUG} points,${SLUG} passed,${SLUG} days late`);
  expect(lines.find((line) => line.includes('=Ada'))).toMatch(/,'=Ada,65,false,0$/);
  expect(lines.find((line) => line.startsWith(studentId))).toMatch(/,80,true,0$/);
});

describe('announcements', () => {
  it('reach everyone in the cohort', async () => {
    await read('instructor', ANNOUNCE, {
      slug: cohort.slug,
      title: ' Office hours ',
      text: 'Friday at ten.',
    });
    const list = '{ announcements { nodes { title text author } } }';
    expect(await read('fellow', list)).toMatchObject({
      announcements: { nodes: [{ title: 'Office hours', text: 'Friday at ten.' }] },
    });
    expect(await kindsTold('fellow')).toEqual([{ kind: 'ANNOUNCED', title: 'Office hours', assignmentSlug: null, runId: null }]); // prettier-ignore
    await lab.sql('UPDATE enrollments SET withdrawn_at = now() WHERE user_id = $1', [studentId]);
    expect(await read('student', list)).toEqual({ announcements: { nodes: [] } });
  });

  it('have limits', async () => {
    const of = (title: string, text = 'Text.') =>
      lab.codeOf({ cookie: cookies.instructor }, ANNOUNCE, { slug: cohort.slug, title, text });
    expect([await of(' '), await of('x'.repeat(121)), await of('Title', 'x'.repeat(5001))]).toEqual(
      Array<string>(3).fill('BAD_USER_INPUT'),
    );
    for (let made = 1; made < 20; made += 1) expect(await of(`Title ${made}`)).toBe('ok');
    expect(await of('One too many')).toBe('RATE_LIMITED');
  });
});

it('is for instructors of the organization', async () => {
  const asked: [string, object][] = [
    [HOLD, { cohort: cohort.id, isHeld: true }],
    [GRADES, { slug: cohort.slug }],
    [ANNOUNCE, { slug: cohort.slug, title: 'Title', text: 'Text.' }],
    ['query ($slug: String!) { cohortAnnouncements(slug: $slug) { nodes { id } } }', { slug: cohort.slug }],
  ];
  for (const [query, variables] of asked) {
    const code = (headers: Record<string, string>) => lab.codeOf(headers, query, { ...variables });
    expect(await code({ cookie: cookies.assistant })).toBe('FORBIDDEN');
    expect(await code({ cookie: cookies.student })).toBe('FORBIDDEN');
    expect(await code({ cookie: cookies.foreign })).toBe('NOT_FOUND');
    expect(await code({})).toBe('UNAUTHENTICATED');
  }
  const file = (cookie: string) =>
    fetch(`${lab.url}/files/cohorts/${cohort.slug}/grades.csv`, { headers: { cookie } });
  expect([(await file(cookies.student)).status, (await file(cookies.foreign)).status, (await file('')).status]).toEqual([403, 404, 401]); // prettier-ignore
});
