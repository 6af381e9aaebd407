import { assignmentsByIds, settleStudent } from '@holdout/db';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let reviewed: ReviewedLab;
let lab: ApiLab;
let runs: readonly string[];
let instructor: string;

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  ({ lab, runs } = reviewed);
  instructor = await lab.signIn('instructor@demo.holdout');
});
afterAll(() => reviewed?.stop());

describe('late work', () => {
  it('spends pooled late days once, then loses points, and keeps what the scorer gave', async () => {
    const [student] = await lab.sql<{ student_id: string; cohort_id: string; assignment_id: string }>(
      `SELECT r.student_id, e.cohort_id, v.assignment_id FROM runs r JOIN enrollments e ON e.user_id = r.student_id
       JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = $1`, [runs[1]]); // prettier-ignore
    if (!student) throw new Error('no student');
    const policy = { perDayPenalty: 0.1, maxDays: 5 };
    await lab.sql(
      'UPDATE cohort_assignments SET due_at = $3, late_policy = $4 WHERE cohort_id = $1 AND assignment_id = $2',
      [student.cohort_id, student.assignment_id, new Date(Date.now() - 2.5 * DAY_MS), policy]); // prettier-ignore
    await lab.sql('UPDATE enrollments SET late_days_left = 1 WHERE user_id = $1', [student.student_id]);
    const run = await reviewed.handIn(student.student_id, 90, new Date());
    const scores = await lab.sql(
      'SELECT cause, value, lateness FROM scores WHERE run_id = $1 ORDER BY created_at', [run]); // prettier-ignore
    expect(scores).toEqual([
      { cause: 'GRADED', value: 90, lateness: null },
      { cause: 'LATE', value: 72, lateness: { daysLate: 3, lateDaysSpent: 1, factor: 0.8 } },
    ]);
    expect(
      await lab.sql('SELECT late_days_left FROM enrollments WHERE user_id = $1', [student.student_id]),
    ).toEqual([{ late_days_left: 0 }]);
  });

  it('is settled anew after an extension: late days return, the points come back, and all of it stays on record', async () => {
    const [student] = await lab.sql<{ student_id: string; cohort_id: string; assignment_id: string }>(
      `SELECT r.student_id, e.cohort_id, v.assignment_id FROM runs r JOIN enrollments e ON e.user_id = r.student_id
       JOIN assignment_versions v ON v.id = r.assignment_version_id WHERE r.id = $1`, [runs[1]]); // prettier-ignore
    if (!student) throw new Error('no student');
    const grant = 'mutation ($input: ExtensionInput!) { grantExtension(input: $input) }';
    const input = {
      cohortId: student.cohort_id,
      assignmentSlug: SLUG,
      studentIds: [student.student_id],
      dueAt: new Date(Date.now() + DAY_MS).toISOString(),
      extraCertifications: 0,
      reason: 'Ill.',
    };
    await reviewed.read(instructor, grant, { input });
    const changed = await reviewed.worker.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
      const [assignment] = await assignmentsByIds(tx, [student.assignment_id]);
      if (!assignment) throw new Error('no assignment');
      const wish = { requestedById: student.student_id, reason: 'Ill.' };
      return settleStudent(tx, { organizationId: DEMO, assignment, studentId: student.student_id, wish });
    });
    expect(changed).toBe(1);
    expect(await lab.sql("SELECT actor_id, detail FROM audit_events WHERE action = 'grade.changed'")).toEqual(
      [
        {
          actor_id: student.student_id,
          detail: {
            cause: 'EXTENDED',
            reason: 'Ill.',
            before: { points: 72, isPassed: expect.any(Boolean), isProvisional: expect.any(Boolean) },
            after: { points: 90, isPassed: expect.any(Boolean), isProvisional: expect.any(Boolean) },
          },
        },
      ],
    );
    const scores = await lab.sql(
      `SELECT cause, value, lateness FROM scores s JOIN runs r ON r.id = s.run_id WHERE r.student_id = $1
       AND r.id <> $2 ORDER BY s.created_at`, [student.student_id, runs[1]]); // prettier-ignore
    expect(scores.map(({ cause, value }) => [cause, value])).toEqual([
      ['GRADED', 90],
      ['LATE', 72],
      ['EXTENDED', 90],
    ]);
    expect(
      await lab.sql('SELECT late_days_left FROM enrollments WHERE user_id = $1', [student.student_id]),
    ).toEqual([{ late_days_left: 1 }]);
    const plan = `query { cohortPlan(slug: "autumn") { students { nodes { lateDaysLeft extensions { reason grantedBy } } } } }`;
    expect(JSON.stringify((await lab.ask({ cookie: instructor }, plan)).data ?? {})).toContain('Ill.');
  });

  it('has late days set with a reason, on record with what each student had before', async () => {
    const [student] = await lab.sql<{ student_id: string; cohort_id: string }>(
      `SELECT r.student_id, e.cohort_id FROM runs r JOIN enrollments e ON e.user_id = r.student_id WHERE r.id = $1`, [runs[1]]); // prettier-ignore
    if (!student) throw new Error('no student');
    const set = 'mutation ($input: LateDaysInput!) { setLateDays(input: $input) }';
    const input = { cohortId: student.cohort_id, studentIds: [student.student_id], days: 4, reason: ' ' };
    const { errors } = await lab.ask({ cookie: instructor }, set, { input });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'reason', limit: 1000 },
    });
    await reviewed.read(instructor, set, { input: { ...input, reason: ' Two illnesses. ' } });
    expect(
      await lab.sql(
        "SELECT actor_id IS NOT NULL AS known, detail FROM audit_events WHERE action = 'late-days.changed'",
      ),
    ).toEqual([
      {
        known: true,
        detail: {
          changes: [{ studentId: student.student_id, before: 1, after: 4 }],
          groups: null,
          reason: 'Two illnesses.',
        },
      },
    ]);
  });

  it('has its dates changed with a reason, on record', async () => {
    const [opening] = await lab.sql<{ cohort_id: string; due_at: Date }>(
      `SELECT c.cohort_id, c.due_at FROM cohort_assignments c JOIN assignments a ON a.id = c.assignment_id
       WHERE a.slug = $1 AND a.organization_id = $2`, [SLUG, DEMO]); // prettier-ignore
    const set = 'mutation ($input: AssignmentDatesInput!) { setAssignmentDates(input: $input) }';
    const dueAt = new Date(Date.now() + DAY_MS).toISOString();
    const input = { cohortId: opening?.cohort_id, assignmentSlug: SLUG, dueAt, reason: '' };
    const { errors } = await lab.ask({ cookie: instructor }, set, { input });
    expect(errors?.[0]).toMatchObject({ extensions: { field: 'reason', limit: 1000 } });
    await reviewed.read(instructor, set, { input: { ...input, reason: 'A holiday.' } });
    expect(
      await lab.sql("SELECT detail FROM audit_events WHERE action = 'assignment-dates.changed'"),
    ).toEqual([
      {
        detail: {
          cohortId: opening?.cohort_id,
          before: {
            opensAt: null,
            dueAt: opening?.due_at.toISOString(),
            closesAt: null,
            latePolicy: { perDayPenalty: 0.1, maxDays: 5 },
          },
          after: { opensAt: null, dueAt, closesAt: null, latePolicy: null },
          reason: 'A holiday.',
        },
      },
    ]);
  });

  it('refuses dates that contradict each other and extensions that grant nothing, naming the field', async () => {
    const [{ id: cohortId } = { id: '' }] = await lab.sql<{ id: string }>(
      'SELECT id FROM cohorts WHERE organization_id = $1 LIMIT 1', [DEMO]); // prettier-ignore
    const dates = 'mutation ($input: AssignmentDatesInput!) { setAssignmentDates(input: $input) }';
    const input = {
      cohortId,
      assignmentSlug: SLUG,
      dueAt: '2026-05-02T00:00:00Z',
      closesAt: '2026-05-01T00:00:00Z',
      reason: 'x',
    };
    const { errors } = await lab.ask({ cookie: instructor }, dates, { input });
    expect(errors?.[0]).toMatchObject({
      message: 'It closes before it is due. Choose a later close.',
      extensions: { code: 'BAD_USER_INPUT', field: 'closesAt' },
    });
    const grant = 'mutation ($input: ExtensionInput!) { grantExtension(input: $input) }';
    const nothing = {
      cohortId,
      assignmentSlug: SLUG,
      studentIds: [cohortId],
      extraCertifications: 0,
      reason: 'x',
    };
    expect(await lab.codeOf({ cookie: instructor }, grant, { input: nothing })).toBe('BAD_USER_INPUT');
    const stranger = { ...nothing, extraCertifications: 1 };
    expect(await lab.codeOf({ cookie: instructor }, grant, { input: stranger })).toBe('NOT_FOUND');
    const foreign = await lab.signIn('instructor@other.holdout');
    expect(await lab.codeOf({ cookie: foreign }, grant, { input: stranger })).toBe('NOT_FOUND');
  });
});
