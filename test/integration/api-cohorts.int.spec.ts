import { ApiLab, DEMO, SUBMIT } from '../support/api-lab.js';

let lab: ApiLab;
let cookies: Record<'admin' | 'instructor' | 'student' | 'ta', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    instructor: 'instructor@demo.holdout',
    student: 'student@demo.holdout',
    ta: 'ta@demo.holdout',
  });
});
afterAll(() => lab.stop());

const as = (who: keyof typeof cookies) => ({ cookie: cookies[who] });

async function asked<T>(headers: Record<string, string>, query: string, variables = {}): Promise<T> {
  const { data, errors } = await lab.ask<T>(headers, query, variables);
  if (!data) throw new Error(errors?.[0]?.message);
  return data;
}

describe('an administrator', () => {
  it('makes a cohort to which all that is published is open, and changes it', async () => {
    const create = `mutation ($input: CohortSettingsInput!, $slug: String) { createCohort(input: $input, slug: $slug) { id slug students } }`;
    const input = { name: 'Spring 2027', timeZone: 'Europe/Berlin', startsAt: '2027-02-01T00:00:00Z' };
    const { createCohort } = await asked<{ createCohort: { id: string; slug: string } }>(
      as('admin'),
      create,
      { input },
    );
    expect(createCohort).toMatchObject({ slug: 'spring-2027', students: 0 });
    const opened = await lab.sql(
      `SELECT a.slug FROM cohort_assignments c JOIN assignments a ON a.id = c.assignment_id WHERE c.cohort_id = $1`,
      [createCohort.id],
    );
    expect(opened).toEqual([{ slug: 'tabular-risk' }]);
    const codes: string[] = [];
    for (const wrong of [{}, { name: '' }, { timeZone: 'Berlin' }, { endsAt: '2027-01-01T00:00:00Z' }])
      codes.push(await lab.codeOf(as('admin'), create, { input: { ...input, ...wrong } }));
    expect(codes).toEqual(['CONFLICT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    const change = `mutation ($id: ID!, $input: CohortSettingsInput!) { changeCohort(id: $id, input: $input) { name startsAt } }`;
    const changed = await asked<{ changeCohort: object }>(as('admin'), change, {
      id: createCohort.id,
      input: { name: 'Spring', timeZone: 'UTC', startsAt: null },
    });
    expect(changed.changeCohort).toEqual({ name: 'Spring', startsAt: null });
  });

  it('archives a cohort: nobody hands in through it, until it is back', async () => {
    await lab.forgetRuns();
    const [cohort] = await lab.sql<{ id: string }>(`SELECT id FROM cohorts WHERE slug = 'autumn'`);
    const archive = (is: boolean) =>
      lab.codeOf(
        as('admin'),
        'mutation ($id: ID!, $is: Boolean!) { archiveCohort(id: $id, isArchived: $is) { archivedAt } }',
        { id: cohort?.id, is },
      );
    const submit = async () =>
      lab.codeOf(as('student'), SUBMIT, { uploadId: await lab.upload(as('student')) });
    expect([await archive(true), await archive(true)]).toEqual(['ok', 'CONFLICT']);
    expect(await submit()).toBe('FORBIDDEN');
    const listed = await asked<{
      cohorts: { slug: string }[];
      cohortSettings: { slug: string; archivedAt: string | null }[];
    }>(as('admin'), '{ cohorts { slug } cohortSettings { slug archivedAt } }');
    expect(listed.cohorts.map(({ slug }) => slug)).not.toContain('autumn');
    expect(listed.cohortSettings.at(-1)?.slug).toBe('autumn');
    expect(await archive(false)).toBe('ok');
    expect(await submit()).toBe('ok');
  });

  it('takes a student out of a cohort, who hands in through it no more; a roster brings them back', async () => {
    await lab.forgetRuns();
    const PLAN = '{ cohortPlan(slug: "autumn") { students { nodes { enrollmentId name } } } }';
    const students = async () => {
      const { cohortPlan } = await asked<{
        cohortPlan: { students: { nodes: { enrollmentId: string; name: string }[] } };
      }>(as('instructor'), PLAN);
      return cohortPlan.students.nodes;
    };
    const sam = (await students()).find(({ name }) => name === 'Sam Okafor');
    const withdraw = (who: 'instructor' | 'ta', reason: string) =>
      lab.codeOf(
        as(who),
        'mutation ($id: ID!, $reason: String!) { withdrawStudent(enrollmentId: $id, reason: $reason) }',
        { id: sam?.enrollmentId, reason },
      );
    expect(await withdraw('instructor', ' ')).toBe('BAD_USER_INPUT');
    expect([await withdraw('instructor', 'Left the year'), await withdraw('instructor', 'Again')]).toEqual([
      'ok',
      'NOT_FOUND',
    ]);
    expect((await students()).map(({ name }) => name)).not.toContain('Sam Okafor');
    const submit = async () =>
      lab.codeOf(as('student'), SUBMIT, { uploadId: await lab.upload(as('student')) });
    expect(await submit()).toBe('FORBIDDEN');
    const roster = await fetch(`${lab.url}/files/roster?isDryRun=false`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...as('admin') },
      body: 'email,cohort\nstudent@demo.holdout,autumn',
    });
    expect(await roster.json()).toMatchObject({ placed: 1 });
    expect(await submit()).toBe('ok');
    const [event] = await lab.sql<{ detail: object }>(
      `SELECT detail FROM audit_events WHERE action = 'enrollment.withdrawn' AND organization_id = $1`,
      [DEMO],
    );
    expect(event?.detail).toMatchObject({ reason: 'Left the year' });
  });

  it('counts nobody as a student of a cohort who was removed from the organization', async () => {
    interface Counted {
      cohortSettings: { slug: string; students: number }[];
      cohortAnalytics: { students: number };
      cohortPlan: { students: { nodes: { name: string }[] } };
      cohortGrades: { students: { nodes: { name: string }[] } };
    }
    const count = async () => {
      const staff = await asked<Counted>(
        as('instructor'),
        `{ cohortAnalytics(slug: "autumn") { students } cohortPlan(slug: "autumn") { students { nodes { name } } }
           cohortGrades(slug: "autumn") { students { nodes { name } } } }`,
      );
      const { cohortSettings } = await asked<Counted>(as('admin'), '{ cohortSettings { slug students } }');
      return [
        cohortSettings.find(({ slug }) => slug === 'autumn')?.students,
        staff.cohortAnalytics.students,
        staff.cohortPlan.students.nodes.length,
        staff.cohortGrades.students.nodes.length,
      ];
    };
    const before = await count();
    expect(new Set(before).size).toBe(1);
    const [sam] = await lab.sql<{ id: string; user_id: string; created_at: Date }>(
      `SELECT m.id, m.user_id, m.created_at FROM memberships m JOIN auth.user u ON u.id::uuid = m.user_id
       WHERE u.email = 'student@demo.holdout' AND m.role = 'STUDENT'`,
    );
    const remove = 'mutation ($id: ID!) { removeMembership(id: $id) }';
    expect(await lab.codeOf(as('admin'), remove, { id: sam?.id })).toBe('ok');
    expect(await count()).toEqual(before.map((students) => (students ?? 0) - 1));
    await lab.sql(
      `INSERT INTO memberships (id, organization_id, user_id, role, created_at) VALUES ($1, $2, $3, 'STUDENT', $4)`,
      [sam?.id, DEMO, sam?.user_id, sam?.created_at],
    );
    expect(await count()).toEqual(before);
  });

  describe('changes roles', () => {
    const change = (id: string | undefined, role: string, isInstead: boolean) =>
      lab.codeOf(
        as('admin'),
        'mutation ($id: ID!, $role: Role!, $is: Boolean!) { changeRole(id: $id, role: $role, isInstead: $is) }',
        { id, role, is: isInstead },
      );
    const membershipOf = async (email: string, role: string) => {
      const [row] = await lab.sql<{ id: string }>(
        `SELECT m.id FROM memberships m JOIN auth.user u ON u.id::uuid = m.user_id
         WHERE u.email = $1 AND m.role = $2::"Role" AND m.organization_id = $3`,
        [email, role, DEMO],
      );
      return row?.id;
    };

    it('with the next request, in place or beside', async () => {
      const id = await membershipOf('ta@demo.holdout', 'TEACHING_ASSISTANT');
      const plan = '{ cohortPlan(slug: "autumn") { timeZone } }';
      expect(await lab.codeOf(as('ta'), plan)).toBe('FORBIDDEN');
      expect(await change(id, 'INSTRUCTOR', false)).toBe('ok');
      expect(await lab.codeOf(as('ta'), plan)).toBe('ok');
      expect(await change(id, 'INSTRUCTOR', true)).toBe('CONFLICT');
      expect(await change(id, 'HIRING_MANAGER', true)).toBe('ok');
      expect(await change(id, 'STUDENT', true)).toBe('NOT_FOUND');
      expect(await lab.codeOf(as('ta'), '{ reviewQueues { assignment { slug } } }')).toBe('ok');
      expect(await membershipOf('ta@demo.holdout', 'TEACHING_ASSISTANT')).toBeUndefined();
      const rows = await lab.sql<{ action: string; detail: object }>(
        `SELECT action, detail FROM audit_events WHERE action LIKE 'membership.role-%' ORDER BY id`,
      );
      expect(rows.map(({ action }) => action)).toEqual(['membership.role-given', 'membership.role-changed']);
      expect(rows[1]?.detail).toMatchObject({ before: 'TEACHING_ASSISTANT', after: 'HIRING_MANAGER' });
    });

    it('but leaves an administrator, themselves too', async () => {
      expect(await change(await membershipOf('operator@demo.holdout', 'ADMIN'), 'INSTRUCTOR', true)).toBe(
        'ok',
      );
      expect(await change(await membershipOf('admin@demo.holdout', 'ADMIN'), 'STUDENT', true)).toBe(
        'CONFLICT',
      );
      expect(await lab.codeOf(as('admin'), '{ quotas { id } }')).toBe('ok');
    });
  });

  it('finds the invitations of an address, and sees which wait in vain', async () => {
    for (const email of ['late@new.holdout', 'soon@new.holdout'])
      await asked(
        as('admin'),
        'mutation ($email: String!) { invite(input: { email: $email, role: STUDENT }) { id } }',
        { email },
      );
    const find = async (email: string | null) => {
      const { invitations } = await asked<{ invitations: { status: string; isExpired: boolean }[] }>(
        as('admin'),
        'query ($email: String) { invitations(email: $email, first: 1) { status isExpired } }',
        { email },
      );
      return invitations;
    };
    expect(await find('Late@new.holdout')).toEqual([{ status: 'PENDING', isExpired: false }]);
    await lab.sql(`UPDATE invitations SET expires_at = now() - interval '1 minute'`);
    expect(await find('late@new.holdout')).toEqual([{ status: 'PENDING', isExpired: true }]);
    expect(await find('nobody@new.holdout')).toEqual([]);
    expect(await find(null)).toHaveLength(1);
    const refused = '{ invitations(email: "nobody") { id } }';
    expect(await lab.codeOf(as('admin'), refused)).toBe('BAD_USER_INPUT');
  });

  it('finds members by a part of the name, by address and by role, and nobody of another organization', async () => {
    const find = async (search: string | null, role: string | null = null) => {
      const { memberships } = await asked<{ memberships: { nodes: { name: string }[] } }>(
        as('admin'),
        'query ($search: String, $role: Role) { memberships(search: $search, role: $role) { nodes { name } } }',
        { search, role },
      );
      return memberships.nodes.map(({ name }) => name);
    };
    expect(await find('okaf')).toEqual(['Sam Okafor']);
    expect(await find('Student@Demo.holdout')).toEqual(['Sam Okafor']);
    expect(await find('student@other.holdout')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find(null, 'STUDENT')).toEqual(['Sam Okafor', 'Bundled reference']);
    const long = 'query ($search: String) { memberships(search: $search) { nodes { name } } }';
    expect(await lab.codeOf(as('admin'), long, { search: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
  });
});
