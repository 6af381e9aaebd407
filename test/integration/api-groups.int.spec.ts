import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';

const FIELDS = 'id name students { studentId }';
const MAKE = `mutation ($input: NewGroupInput!) { group: makeGroup(input: $input) { ${FIELDS} } }`;
const CHANGE = `mutation ($input: GroupChangeInput!) { group: changeGroup(input: $input) { ${FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeGroup(id: $id) }';
const GRANT = 'mutation ($input: ExtensionInput!) { grantExtension(input: $input) }';
const SET_DAYS = 'mutation ($input: LateDaysInput!) { setLateDays(input: $input) }';
const PLAN = `{ cohortPlan(slug: "autumn") { groups { ${FIELDS} } } }`;
const DUE = '2031-05-01T10:00:00.000Z';

interface Group {
  id: string;
  name: string;
  students: { studentId: string }[];
}

let reviewed: ReviewedLab;
let lab: ApiLab;
let instructor: string;
let foreign: string;
let cohortId: string;
let students: string[];

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
});
afterAll(() => reviewed?.stop());

const did = async (query: string, variables: Record<string, unknown>) =>
  (await reviewed.read<{ group: Group }>(instructor, query, variables)).group;
const made = (name: string, studentIds: string[]) => did(MAKE, { input: { cohortId, name, studentIds } });
const membersOf = (group: Group) => group.students.map(({ studentId }) => studentId).sort();
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await lab.ask({ cookie: instructor }, query, variables)).errors?.[0];
const extended = async () =>
  (
    await lab.sql<{ user_id: string }>(
      'SELECT e.user_id FROM extensions x JOIN enrollments e ON e.id = x.enrollment_id WHERE x.due_at = $1',
      [DUE],
    )
  ).map(({ user_id }) => user_id);

it('is made of students, changed, and on record each time', async () => {
  const [one = '', two = '', three = ''] = students;
  const group = await made(' Evening section ', [one, two, one]);
  expect(group).toMatchObject({ name: 'Evening section' });
  expect(membersOf(group)).toEqual([one, two].sort());
  const changed = await did(CHANGE, { input: { groupId: group.id, add: [three, two], remove: [one] } });
  expect(membersOf(changed)).toEqual([two, three].sort());
  const plan = await reviewed.read<{ cohortPlan: { groups: Group[] } }>(instructor, PLAN);
  expect(plan.cohortPlan.groups.map(({ name }) => name)).toEqual(['Evening section']);
  const events = await lab.sql(
    `SELECT action, detail FROM audit_events WHERE action LIKE 'cohort-group.%' AND actor_id IS NOT NULL ORDER BY id`,
  );
  expect(events).toEqual([
    { action: 'cohort-group.made', detail: { name: 'Evening section', added: [one, two, one] } },
    {
      action: 'cohort-group.changed',
      detail: { name: 'Evening section', added: [three, two], removed: [one] },
    },
  ]);
});

it('is granted an extension and late days as all who are in it then; what they have stays when it goes', async () => {
  const [one = '', two = '', three = ''] = students;
  const { id } = await made('Exam week', [one, two]);
  const to = { cohortId, studentIds: [two], groupIds: [id] };
  await reviewed.read(instructor, GRANT, {
    input: { ...to, assignmentSlug: SLUG, dueAt: DUE, extraCertifications: 0, reason: 'Exams.' },
  });
  await reviewed.read(instructor, SET_DAYS, { input: { ...to, days: 7, reason: 'Exams.' } });
  expect((await extended()).sort()).toEqual([one, two].sort());
  const [{ detail } = { detail: {} }] = await lab.sql<{ detail: object }>(
    `SELECT detail FROM audit_events WHERE action = 'extension.granted'`,
  );
  expect(detail).toMatchObject({ groups: ['Exam week'], reason: 'Exams.' });
  expect(
    await lab.sql('SELECT user_id FROM enrollments WHERE late_days_left = 7 ORDER BY created_at, id'),
  ).toEqual([{ user_id: one }, { user_id: two }]);

  await did(CHANGE, { input: { groupId: id, add: [three], remove: [] } });
  await reviewed.read(instructor, REMOVE, { id });
  expect((await extended()).sort()).toEqual([one, two].sort());
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
