import { assignmentBySlug, createDatabase, joinTeam, type Database } from '@holdout/db';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { publishSample } from '../support/sample-assignment.js';
import { certifiedRun } from '../support/certified-run.js';
import { admitStudents } from '../support/lab-students.js';
import { until } from '../support/until.js';

const SLUG = 'paired';
const TEAM = 'id name joinCode frozenAt members { name isViewer }';
const FORM = `mutation ($slug: String!, $name: String!) { formTeam(assignmentSlug: $slug, name: $name) { ${TEAM} } }`;
const JOIN = `mutation ($code: String!) { joinTeam(assignmentSlug: "${SLUG}", code: $code) { ${TEAM} } }`;
const LEAVE = `mutation { leaveTeam(assignmentSlug: "${SLUG}") }`;
const CHANGE = `mutation ($input: TeamChangeInput!) { changeTeam(input: $input) { ${TEAM} } }`;
const TEAMS = `query ($id: ID!) { teams(assignmentSlug: "${SLUG}", cohortId: $id) { ${TEAM} } }`;
const WITHOUT = `query ($id: ID!, $search: String!) {
  studentsWithoutTeam(assignmentSlug: "${SLUG}", cohortId: $id, search: $search) { id name } }`;
const MINE = `{ assignment(slug: "${SLUG}") { bestPoints isPassed teamwork { maxTeamSize team { ${TEAM} } }
  policy { certificationsLeft practiceLeftToday dueAt } } }`;
const RUN = 'query ($id: ID!) { run(id: $id) { id } }';
const RUNS = `{ runs(assignmentSlug: "${SLUG}", first: 10) { edges { node { id } } } }`;
const ASK =
  'mutation ($id: ID!) { requestRegrade(runId: $id, reason: "The second criterion misses our report.") { id } }';

interface Team {
  id: string;
  name: string;
  joinCode: string | null;
  frozenAt: string | null;
  members: { name: string; isViewer: boolean }[];
}
interface Mine {
  assignment: {
    bestPoints: number | null;
    isPassed: boolean;
    teamwork: { maxTeamSize: number; team: Team | null } | null;
    policy: { certificationsLeft: number; practiceLeftToday: number; dueAt: string | null };
  };
}

let lab: ApiLab;
let api: Database;
let worker: Database;
/** The manager takes part as a student, too. */
let cookies: Record<'student' | 'mate' | 'instructor' | 'ta' | 'foreign', string>;
let [studentId, mateId, thirdId] = ['', '', ''];
let cohortId = '';
let team: Team;

const as = (who: keyof typeof cookies | ''): Record<string, string> => (who ? { cookie: cookies[who] } : {});
const codeOf = (who: keyof typeof cookies | '', query: string, variables = {}) =>
  lab.codeOf(as(who), query, variables);
async function read<T>(who: keyof typeof cookies, query: string, variables = {}): Promise<T> {
  const { data, errors } = await lab.ask<T>(as(who), query, variables);
  expect(errors).toBeUndefined();
  return data as T;
}
const mine = async (who: keyof typeof cookies) => (await read<Mine>(who, MINE)).assignment;
const inDemo = <T>(userId: string, work: Parameters<typeof api.inTenant<T>>[1]) =>
  api.inTenant({ organizationId: DEMO, userId }, work);
const handIn = (who: string, points: number, kind: 'PRACTICE' | 'CERTIFICATION' = 'CERTIFICATION') =>
  certifiedRun({ api, worker }, { organizationId: DEMO, studentId: who, assignmentSlug: SLUG, points, kind });
const change = (add: string[], remove: string[], reason = 'Asked for.') => ({
  input: { teamId: team.id, add, remove, reason },
});
const credentialsOf = (submissionId: string) =>
  lab.sql<{ student_id: string; status: string; document: string }>(
    'SELECT student_id, status, document FROM credentials WHERE submission_id = $1 ORDER BY issued_at',
    [submissionId],
  );
const settled = () =>
  until(
    () => lab.sql<{ n: number }>('SELECT count(*)::int AS n FROM credential_tasks'),
    ([row]) => row?.n === 0,
  );

beforeAll(async () => {
  lab = await ApiLab.start();
  await publishSample(lab.owner, DEMO, { slug: SLUG, maxTeamSize: 3 });
  api = createDatabase({ url: lab.test.apiUrl, max: 2 });
  worker = createDatabase({ url: lab.test.workerUrl, max: 2 });
  [thirdId = ''] = await admitStudents(lab, api, ['Third']);
  const idOf = async (email: string) =>
    (await lab.sql<{ id: string }>(`SELECT id::text FROM auth."user" WHERE email = $1`, [email]))[0]?.id ??
    '';
  [studentId, mateId] = [await idOf('student@demo.holdout'), await idOf('manager@demo.holdout')];
  const [cohort] = await lab.sql<{ id: string }>(
    `WITH role AS (INSERT INTO memberships (id, organization_id, user_id, role) VALUES (gen_random_uuid(), $1, $2, 'STUDENT')),
     place AS (INSERT INTO enrollments (id, organization_id, cohort_id, user_id)
       SELECT gen_random_uuid(), $1, id, $2 FROM cohorts WHERE organization_id = $1)
     SELECT id::text FROM cohorts WHERE organization_id = $1`, [DEMO, mateId]); // prettier-ignore
  cohortId = cohort?.id ?? '';
  cookies = await lab.signInAll({
    student: 'student@demo.holdout',
    mate: 'manager@demo.holdout',
    instructor: 'instructor@demo.holdout',
    ta: 'ta@demo.holdout',
    foreign: 'student@other.holdout',
  });
});
afterAll(async () => {
  await Promise.all([api?.close(), worker?.close()]);
  await lab?.stop();
});

it('is formed where the assignment allows it, by a student of its cohort', async () => {
  const named = { slug: SLUG, name: 'Overfitters' };
  for (const [who, code] of [
    ['', 'UNAUTHENTICATED'],
    ['instructor', 'FORBIDDEN'],
    ['foreign', 'NOT_FOUND'],
  ] as const)
    // prettier-ignore
    expect([who, await codeOf(who, FORM, named)]).toEqual([who, code]);
  expect(await codeOf('student', FORM, { slug: 'tabular-risk', name: 'Alone' })).toBe('CONFLICT');
  expect(await codeOf('student', FORM, { slug: SLUG, name: ' ' })).toBe('BAD_USER_INPUT');
  const both = await Promise.all([1, 2].map(() => codeOf('student', FORM, named)));
  expect(both.toSorted()).toEqual(['CONFLICT', 'ok']);
  expect(await codeOf('mate', FORM, { slug: SLUG, name: 'overFITTERS' })).toBe('CONFLICT');
  const { teamwork } = await mine('student');
  expect(teamwork).toMatchObject({
    maxTeamSize: 3,
    team: { name: 'Overfitters', frozenAt: null, members: [{ isViewer: true }] },
  });
  team = teamwork?.team as Team;
});

it('is joined with its code, which only its members are told, and left again', async () => {
  expect((await mine('mate')).teamwork?.team).toBeNull();
  expect(await codeOf('mate', JOIN, { code: 'AAAA-BBBB-CCCC' })).toBe('NOT_FOUND');
  const code = (team.joinCode ?? '').toLowerCase();
  expect(await codeOf('foreign', JOIN, { code })).toBe('NOT_FOUND');
  const { joinTeam: joined } = await read<{ joinTeam: Team }>('mate', JOIN, {
    code: `${code.slice(0, 6)}-${code.slice(6)}`,
  });
  expect(joined.members.map(({ isViewer }) => isViewer)).toEqual([false, true]);
  expect(await codeOf('mate', JOIN, { code })).toBe('CONFLICT');
  // By the database, nobody moves somebody else.
  const { assignmentId } = await inDemo(mateId, (tx) => tx.team.findFirstOrThrow({ where: { id: team.id } }));
  const place = { organizationId: DEMO, teamId: team.id, assignmentId, userId: thirdId };
  await expect(inDemo(mateId, (tx) => tx.teamMember.create({ data: place }))).rejects.toThrow(/row-level/);
  const other = { teamId: team.id, userId: studentId };
  expect((await inDemo(mateId, (tx) => tx.teamMember.deleteMany({ where: other }))).count).toBe(0);
  expect(await codeOf('mate', LEAVE)).toBe('ok');
  expect(await codeOf('mate', LEAVE)).toBe('NOT_FOUND');
  await inDemo(thirdId, async (tx) =>
    joinTeam(tx, await assignmentBySlug(tx, SLUG), code, {
      organizationId: DEMO,
      userId: thirdId,
      now: new Date(),
    }),
  );
  expect((await mine('student')).teamwork?.team?.members).toHaveLength(2);
});

it('is frozen by the first thing that one of it hands in, and shares its attempts', async () => {
  const { runId } = await handIn(thirdId, 60, 'PRACTICE');
  const { teamwork, policy, bestPoints } = await mine('student');
  expect(teamwork?.team).toMatchObject({ joinCode: null, frozenAt: expect.any(String) as string });
  expect([policy.practiceLeftToday, bestPoints]).toEqual([2, 60]);
  expect(await codeOf('student', LEAVE)).toBe('CONFLICT');
  expect(await codeOf('mate', JOIN, { code: team.joinCode })).toBe('CONFLICT');
  // Not by the database either.
  await expect(
    inDemo(studentId, (tx) => tx.teamMember.deleteMany({ where: { teamId: team.id } })),
  ).rejects.toThrow(/only those who teach/);
  expect(await codeOf('student', RUN, { id: runId })).toBe('ok');
  expect((await read<{ runs: { edges: unknown[] } }>('student', RUNS)).runs.edges).toHaveLength(1);
  for (const who of ['mate', 'foreign'] as const)
    expect(await codeOf(who, RUN, { id: runId })).toBe('NOT_FOUND');
  expect(await codeOf('mate', ASK, { id: runId })).toBe('NOT_FOUND');
  expect((await read<{ runs: { edges: unknown[] } }>('mate', RUNS)).runs.edges).toHaveLength(0);
  expect((await lab.sql("SELECT 1 FROM audit_events WHERE action = 'run.opened'")).length).toBe(0);
});

it('finds students without a team by their names, for instructors alone', async () => {
  const found = async (search: string) =>
    (
      await read<{ studentsWithoutTeam: { id: string }[] }>('instructor', WITHOUT, { id: cohortId, search })
    ).studentsWithoutTeam.map(({ id }) => id);
  const everyone = await found('');
  expect(everyone).toContain(mateId);
  for (const taken of [studentId, thirdId]) expect(everyone).not.toContain(taken);
  expect(await found('mALIK')).toEqual([mateId]);
  expect(await found('nobody of this name')).toEqual([]);
  const asked = { id: cohortId, search: '' };
  for (const who of ['student', 'ta', 'foreign'] as const)
    expect([who, await codeOf(who, WITHOUT, asked)]).toEqual([who, 'FORBIDDEN']);
  expect(await codeOf('', WITHOUT, asked)).toBe('UNAUTHENTICATED');
  expect(await codeOf('instructor', WITHOUT, { ...asked, search: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
});

it('is changed by an instructor with a reason, on record', async () => {
  for (const who of ['student', 'ta'] as const) {
    expect(await codeOf(who, CHANGE, change([mateId], []))).toBe('FORBIDDEN');
    expect(await codeOf(who, TEAMS, { id: cohortId })).toBe('FORBIDDEN');
  }
  expect(await codeOf('', CHANGE, change([mateId], []))).toBe('UNAUTHENTICATED');
  expect(await codeOf('instructor', CHANGE, change([mateId], [], ' '))).toBe('BAD_USER_INPUT');
  expect(await codeOf('instructor', CHANGE, change([], [studentId, thirdId]))).toBe('CONFLICT');
  expect(await codeOf('instructor', CHANGE, change([], [mateId]))).toBe('NOT_FOUND');
  expect(await codeOf('instructor', CHANGE, change([mateId], []))).toBe('ok');
  const { teams } = await read<{ teams: Team[] }>('instructor', TEAMS, { id: cohortId });
  expect(teams.map(({ members }) => members.length)).toEqual([3]);
  const [event] = await lab.sql<{ detail: unknown }>(
    "SELECT detail FROM audit_events WHERE action = 'team.changed'",
  );
  expect(event?.detail).toMatchObject({ added: [mateId], removed: [], reason: 'Asked for.' });
  expect((await mine('mate')).bestPoints).toBe(60);
});

it('passes together: score, grade, notice, credential and one place on the board', async () => {
  // Issues credentials.
  await lab.startWorker();
  const { runId, submissionId } = await handIn(mateId, 90);
  for (const who of ['student', 'mate'] as const) {
    const { bestPoints, isPassed, policy } = await mine(who);
    expect([who, bestPoints, isPassed, policy.certificationsLeft]).toEqual([who, 90, true, 1]);
  }
  expect(await codeOf('student', ASK, { id: runId })).toBe('ok');
  const told = await lab.sql<{ user_id: string }>("SELECT user_id FROM notifications WHERE run_id = $1 AND kind = 'GRADED'", [runId]); // prettier-ignore
  expect(told.map(({ user_id: id }) => id).toSorted()).toEqual([mateId, studentId, thirdId].toSorted());
  const grades = await read<{ cohortGrades: { students: { nodes: { grades: { points: number }[] }[] } } }>(
    'instructor',
    '{ cohortGrades(slug: "autumn") { students { nodes { grades { points } } } } }',
  );
  const points = grades.cohortGrades.students.nodes.flatMap((node) =>
    node.grades.map((grade) => grade.points),
  );
  expect(points).toEqual([90, 90, 90]);
  const board = `{ leaderboard(assignmentSlug: "${SLUG}", board: PRIVATE) { rows { name points student { id } } } }`;
  const { leaderboard } = await read<{ leaderboard: { rows: { name: string }[] } }>('instructor', board);
  expect(leaderboard.rows).toMatchObject([{ name: 'Overfitters', points: 90 }]);
  const shown = `{ leaderboard(assignmentSlug: "${SLUG}", board: PUBLIC) { rows { name isViewer runId } ownPlace { rank } } }`;
  expect((await read<{ leaderboard: unknown }>('mate', shown)).leaderboard).toMatchObject({
    rows: [{ name: 'Overfitters', isViewer: true }],
    ownPlace: { rank: 1 },
  });
  const queue = `{ reviewQueue(assignmentSlug: "${SLUG}", filter: ALL) { nodes { student } } }`;
  const { reviewQueue } = await read<{ reviewQueue: { nodes: unknown[] } }>('instructor', queue);
  expect(reviewQueue.nodes).toEqual([{ student: 'Overfitters (Malik Brandt)' }]);
  await settled();
  const credentials = await credentialsOf(submissionId);
  expect(credentials.map(({ student_id: id }) => id).toSorted()).toEqual(
    [mateId, studentId, thirdId].toSorted(),
  );
  for (const { document } of credentials) expect(document).toContain('a team, which has 3 members');
  const own = `query ($id: ID!) { run(id: $id) { credentials { id } } }`;
  expect(
    (await read<{ run: { credentials: unknown[] } }>('mate', own, { id: runId })).run.credentials,
  ).toHaveLength(1);
});

it('counts no more for who is taken out, and their credential is revoked', async () => {
  expect(await codeOf('instructor', CHANGE, change([], [mateId], 'Had no part in it.'))).toBe('ok');
  const { bestPoints, isPassed, teamwork } = await mine('mate');
  expect([bestPoints, isPassed, teamwork?.team]).toEqual([null, false, null]);
  await settled();
  const [submission] = await lab.sql<{ id: string }>('SELECT id FROM submissions WHERE student_id = $1', [
    mateId,
  ]);
  const inForce = (await credentialsOf(submission?.id ?? '')).filter(({ status }) => status === 'ISSUED');
  expect(inForce.map(({ student_id: id }) => id).toSorted()).toEqual([studentId, thirdId].toSorted());
  for (const { document } of inForce) expect(document).toContain('a team, which has 2 members');
  // Put back, everyone's is issued once more.
  expect(await codeOf('instructor', CHANGE, change([mateId], [], 'It was a mistake.'))).toBe('ok');
  await settled();
  const again = (await credentialsOf(submission?.id ?? '')).filter(({ status }) => status === 'ISSUED');
  expect(again).toHaveLength(3);
});

it('has the time of the member who has most, and pays lateness with the late days that everyone has', async () => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const dueAt = new Date(Date.now() - 2.5 * DAY_MS);
  await lab.sql(
    `UPDATE cohort_assignments SET due_at = $1, late_policy = '{"perDayPenalty": 0.1, "maxDays": 5}'
     WHERE assignment_id = (SELECT id FROM assignments WHERE slug = $2)`, [dueAt, SLUG]); // prettier-ignore
  await lab.sql('UPDATE enrollments SET late_days_left = CASE WHEN user_id = $1 THEN 1 ELSE 2 END', [
    thirdId,
  ]);
  const { runId } = await handIn(studentId, 95);
  const scores = await lab.sql('SELECT cause, lateness FROM scores WHERE run_id = $1 ORDER BY created_at', [
    runId,
  ]);
  expect(scores.at(-1)).toEqual({ cause: 'LATE', lateness: { daysLate: 3, lateDaysSpent: 1, factor: 0.8 } });
  const left = await lab.sql<{ days: number }>(
    'SELECT late_days_left AS days FROM enrollments WHERE user_id = ANY($1) ORDER BY 1',
    [[studentId, mateId, thirdId]],
  );
  expect(left.map(({ days }) => days)).toEqual([0, 1, 1]);
  // Both certifications of the team are used, whoever asks.
  await expect(handIn(thirdId, 99)).rejects.toThrow(/All 2 certification attempts are used/);
  const extended = new Date(Date.now() + DAY_MS);
  await lab.sql(
    `INSERT INTO extensions (id, organization_id, enrollment_id, assignment_id, due_at, extra_certifications, reason, granted_by_id)
     SELECT gen_random_uuid(), $1, e.id, a.id, $3, 1, 'Ill.', $2 FROM enrollments e, assignments a
     WHERE e.user_id = $2 AND a.slug = $4`, [DEMO, thirdId, extended, SLUG]); // prettier-ignore
  const { policy } = await mine('mate');
  expect([policy.certificationsLeft, policy.dueAt]).toEqual([1, extended.toISOString()]);
});
