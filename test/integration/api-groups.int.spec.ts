import { assignmentsByIds, openingOf } from '@holdout/db';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';

const FIELDS = 'id name students { studentId }';
const MAKE = `mutation ($input: NewGroupInput!) { group: makeGroup(input: $input) { ${FIELDS} } }`;
const CHANGE = `mutation ($input: GroupChangeInput!) { group: changeGroup(input: $input) { ${FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeGroup(id: $id) }';
const GRANT = 'mutation ($input: ExtensionInput!) { grantExtension(input: $input) }';
const SET_DAYS = 'mutation ($input: LateDaysInput!) { setLateDays(input: $input) }';
const PLAN = `{ cohortPlan(slug: "autumn") { groups { ${FIELDS} }
  students { nodes { studentId extensions { groupName reason } } } } }`;
const WITHDRAW = 'mutation ($input: ExtensionWithdrawalInput!) { withdrawExtension(input: $input) }';
const DUE = '2031-05-01T10:00:00.000Z';
const LATER = '2032-06-02T10:00:00.000Z';

interface Group {
  id: string;
  name: string;
  students: { studentId: string }[];
}

interface Plan {
  cohortPlan: {
    groups: Group[];
    students: { nodes: { studentId: string; extensions: { groupName: string | null; reason: string }[] }[] };
  };
}

let reviewed: ReviewedLab;
let lab: ApiLab;
let instructor: string;
let foreign: string;
let cohortId: string;
let students: string[];
let assignmentId: string;

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  ({ lab } = reviewed);
  instructor = await lab.signIn('instructor@demo.holdout');
  foreign = await lab.signIn('instructor@other.holdout');
  const rows = await lab.sql<{ cohort_id: string; student_id: string }>(
    `SELECT e.cohort_id, r.student_id FROM runs r JOIN enrollments e ON e.user_id = r.student_id
     WHERE r.id = ANY ($1) ORDER BY e.created_at, e.id`, [reviewed.runs]); // prettier-ignore
  cohortId = rows[0]?.cohort_id ?? '';
  students = rows.map(({ student_id }) => student_id);
  const [assignment] = await lab.sql<{ id: string }>(
    'SELECT id FROM assignments WHERE slug = $1 AND organization_id = $2',
    [SLUG, DEMO],
  );
  assignmentId = assignment?.id ?? '';
});
afterAll(() => reviewed?.stop());

const did = async (query: string, variables: Record<string, unknown>) =>
  (await reviewed.read<{ group: Group }>(instructor, query, variables)).group;
const made = (name: string, studentIds: string[]) => did(MAKE, { input: { cohortId, name, studentIds } });
const membersOf = (group: Group) => group.students.map(({ studentId }) => studentId).sort();
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await lab.ask({ cookie: instructor }, query, variables)).errors?.[0];
const change = (groupId: string, add: string[], remove: string[]) =>
  did(CHANGE, { input: { groupId, add, remove } });
const grant = (what: object) =>
  reviewed.read(instructor, GRANT, {
    input: {
      cohortId,
      assignmentSlug: SLUG,
      studentIds: [],
      extraCertifications: 0,
      reason: 'Exams.',
      ...what,
    },
  });

/** The date and the certifications that a student has beyond the cohort. */
async function dueOf(studentId: string): Promise<[string | null, number]> {
  const opening = await reviewed.worker.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
    const [assignment] = await assignmentsByIds(tx, [assignmentId]);
    return assignment ? openingOf(tx, { assignment, studentId }) : null;
  });
  if (!opening) throw new Error('nothing is open');
  return [opening.opening.extendedDueAt?.toISOString() ?? null, opening.extraCertifications];
}

const daysLeft = async () =>
  (
    await lab.sql<{ days: number }>(
      `SELECT e.late_days_left AS days FROM unnest($1::uuid[]) WITH ORDINALITY s (id, n)
       JOIN enrollments e ON e.user_id = s.id AND e.cohort_id = $2 ORDER BY s.n`,
      [students.slice(0, 3), cohortId],
    )
  ).map(({ days }) => days);
const granted = async (action: string) =>
  (
    await lab.sql<{ detail: object }>(
      'SELECT detail FROM audit_events WHERE action = $1 ORDER BY id DESC LIMIT 1',
      [action],
    )
  )[0]?.detail;
const tasks = () => lab.sql('SELECT kind FROM rescoring_tasks');
const forgetTasks = () => lab.sql('DELETE FROM rescoring_tasks');

it('is made of students, changed, and on record each time', async () => {
  const [one = '', two = '', three = ''] = students;
  const group = await made(' Evening section ', [one, two, one]);
  expect(group).toMatchObject({ name: 'Evening section' });
  expect(membersOf(group)).toEqual([one, two].sort());
  const changed = await did(CHANGE, { input: { groupId: group.id, add: [three, two], remove: [one] } });
  expect(membersOf(changed)).toEqual([two, three].sort());
  const plan = await reviewed.read<Plan>(instructor, PLAN);
  expect(plan.cohortPlan.groups.map(({ name }) => name)).toEqual(['Evening section']);
  const events = await lab.sql(
    `SELECT action, detail FROM audit_events WHERE action LIKE 'cohort-group.%' AND actor_id IS NOT NULL ORDER BY id`,
  );
  expect(events).toEqual([
    { action: 'cohort-group.made', detail: { name: 'Evening section', added: [one, two, one] } },
    {
      action: 'cohort-group.changed',
      detail: { name: 'Evening section', added: [three, two], removed: [one], extensions: [], lateDays: [] },
    },
  ]);
});

it('is granted an extension for whoever is in it, as long as they are, and none is copied', async () => {
  const [one = '', two = '', three = ''] = students;
  const { id } = await made('Exam week', [one, two]);
  await grant({ studentIds: [two], dueAt: DUE });
  await grant({ groupIds: [id], dueAt: LATER, extraCertifications: 2 });
  expect(await dueOf(one)).toEqual([LATER, 2]);
  expect(await dueOf(two)).toEqual([LATER, 2]);
  expect(await dueOf(three)).toEqual([null, 0]);
  expect(await granted('extension.granted')).toMatchObject({
    groups: [{ name: 'Exam week', before: null }],
    students: [],
    dueAt: LATER,
    extraCertifications: 2,
    reason: 'Exams.',
  });

  await forgetTasks();
  await change(id, [three], [one, two]);
  expect(await dueOf(three)).toEqual([LATER, 2]);
  expect(await dueOf(one)).toEqual([null, 0]);
  expect(await dueOf(two)).toEqual([DUE, 0]);
  expect(await tasks()).toEqual([{ kind: 'LATENESS' }]);
  expect(await granted('cohort-group.changed')).toMatchObject({
    added: [three],
    removed: [one, two],
    extensions: [{ dueAt: LATER, extraCertifications: 2 }],
  });
  const { cohortPlan } = await reviewed.read<Plan>(instructor, PLAN);
  const shownFor = (studentId: string) =>
    cohortPlan.students.nodes.find((node) => node.studentId === studentId)?.extensions;
  expect(shownFor(three)).toEqual([{ groupName: 'Exam week', reason: 'Exams.' }]);
  expect(shownFor(two)).toEqual([{ groupName: null, reason: 'Exams.' }]);

  await grant({ groupIds: [id], dueAt: DUE });
  expect(await dueOf(three)).toEqual([DUE, 0]);
  await forgetTasks();
  await reviewed.read(instructor, REMOVE, { id });
  expect(await dueOf(three)).toEqual([null, 0]);
  expect(await tasks()).toEqual([{ kind: 'LATENESS' }]);
});

it('is granted something while nobody is in it yet', async () => {
  const [one = ''] = students;
  const { id } = await made('Later', [one]);
  await change(id, [], [one]);
  await grant({ groupIds: [id], dueAt: LATER });
  expect(await dueOf(one)).toEqual([null, 0]);
  await change(id, [one], []);
  expect(await dueOf(one)).toEqual([LATER, 0]);
  await reviewed.read(instructor, REMOVE, { id });
});

it('has its extension withdrawn with a reason, and a student theirs, on record', async () => {
  const [one = '', two = ''] = students;
  const { id } = await made('Withdrawn', [one]);
  await grant({ studentIds: [one], groupIds: [id], dueAt: LATER });
  const to = { cohortId, assignmentSlug: SLUG, studentIds: [], groupIds: [id] };
  expect(await refusal(WITHDRAW, { input: { ...to, reason: ' ' } })).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'reason', limit: COHORT_PLAN_LIMITS.reason },
  });
  await reviewed.read(instructor, WITHDRAW, { input: { ...to, reason: 'A mistake.' } });
  expect(await dueOf(one)).toEqual([LATER, 0]);
  await reviewed.read(instructor, WITHDRAW, {
    input: { ...to, studentIds: [one, two], groupIds: null, reason: 'A mistake.' },
  });
  expect(await dueOf(one)).toEqual([null, 0]);
  expect(await dueOf(two)).toEqual([null, 0]);
  expect(await granted('extension.withdrawn')).toMatchObject({
    reason: 'A mistake.',
    students: [one, two].map((studentId) => ({ studentId, before: { extraCertifications: 0 } })),
  });
  expect(await refusal(WITHDRAW, { input: { ...to, reason: 'Again.' } })).toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
});

it('is given late days; who joins has as many, less those they used, once however often they come', async () => {
  const [one = '', two = '', three = ''] = students;
  await lab.sql('UPDATE enrollments SET late_days_left = 1');
  await lab.sql(
    `INSERT INTO late_day_uses (id, organization_id, enrollment_id, assignment_id, days)
     SELECT gen_random_uuid(), e.organization_id, e.id, a.id, 2 FROM enrollments e, assignments a
     WHERE e.user_id = $1 AND e.cohort_id = $2 AND a.slug = $3 AND a.organization_id = e.organization_id`,
    [three, cohortId, SLUG],
  );
  const { id } = await made('Late days', [one]);
  await reviewed.read(instructor, SET_DAYS, {
    input: { cohortId, studentIds: [], groupIds: [id], days: 7, reason: 'Exams.' },
  });
  expect(await daysLeft()).toEqual([7, 1, 1]);
  expect(await granted('late-days.changed')).toMatchObject({
    changes: [{ studentId: one, before: 1, after: 7 }],
    groups: ['Late days'],
  });
  await change(id, [two, three], []);
  expect(await daysLeft()).toEqual([7, 7, 5]);
  expect(await granted('cohort-group.changed')).toMatchObject({
    lateDays: expect.arrayContaining([
      { studentId: two, before: 1, after: 7 },
      { studentId: three, before: 1, after: 5 },
    ]),
  });
  await change(id, [], [three]);
  await change(id, [three], []);
  expect(await daysLeft()).toEqual([7, 7, 5]);
});

it('has limits, each with its field', async () => {
  const [one = ''] = students;
  const input = { cohortId, name: 'Limits', studentIds: [one] };
  const bad = { code: 'BAD_USER_INPUT' };
  for (const [change, field, limit] of [
    [{ name: ' ' }, 'name', COHORT_PLAN_LIMITS.groupName],
    [{ name: 'x'.repeat(61) }, 'name', COHORT_PLAN_LIMITS.groupName],
    [{ studentIds: [] }, 'studentIds', COHORT_PLAN_LIMITS.students],
  ] as const)
    expect(await refusal(MAKE, { input: { ...input, ...change } })).toMatchObject({
      extensions: { ...bad, field, limit },
    });
  await made('Limits', [one]);
  expect(await refusal(MAKE, { input })).toMatchObject({ extensions: { code: 'CONFLICT', field: 'name' } });
  await lab.sql(
    `INSERT INTO cohort_groups (id, organization_id, cohort_id, name)
     SELECT gen_random_uuid(), $1, $2, 'Group ' || n FROM generate_series(1, $3::int) n`,
    [DEMO, cohortId, COHORT_PLAN_LIMITS.groups],
  );
  expect(await refusal(MAKE, { input: { ...input, name: 'One more' } })).toMatchObject({
    extensions: { code: 'CONFLICT', limit: COHORT_PLAN_LIMITS.groups },
  });
});

it('is nothing of another organization, and of no other cohort', async () => {
  const [one = ''] = students;
  const [{ id = '' } = {}] = await lab.sql<{ id: string }>(
    `SELECT id FROM cohort_groups WHERE name = 'Evening section'`,
  );
  const change = { input: { groupId: id, add: [one], remove: [] } };
  for (const [query, variables] of [
    [CHANGE, change],
    [REMOVE, { id }],
    [MAKE, { input: { cohortId, name: 'Theirs', studentIds: [one] } }],
  ] as const)
    expect(await lab.codeOf({ cookie: foreign }, query, variables)).toBe('NOT_FOUND');

  const other = await lab.sql<{ id: string }>(
    `INSERT INTO cohorts (id, organization_id, track_id, slug, name)
     SELECT gen_random_uuid(), organization_id, track_id, 'later', 'Later' FROM cohorts WHERE id = $1 RETURNING id`,
    [cohortId],
  );
  const input = { cohortId: other[0]?.id, studentIds: [], groupIds: [id], days: 1, reason: 'x' };
  expect(await lab.codeOf({ cookie: instructor }, SET_DAYS, { input })).toBe('NOT_FOUND');
});
