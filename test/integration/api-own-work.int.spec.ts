import {
  cohortsOf,
  createDatabase,
  latestRelease,
  lessonsBegunBefore,
  newId,
  policyFacts,
  skillEvidenceOf,
  standingsOf,
  teamIdsOf,
  trackFor,
  type Tx,
} from '@holdout/db';
import pg from 'pg';
import { DEMO } from '../support/api-lab.js';
import { documentIdNamed, readDocuments } from '../support/built-documents.js';
import { admitStudents } from '../support/lab-students.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';
import { scoreRun } from '../support/scored-runs.js';

const ASSIGNMENT =
  readDocuments('web/src/generated/persisted-documents.json')[documentIdNamed('Assignment')] ?? '';

interface Shown {
  bestPoints: number | null;
  policy: { isOpen: boolean; certificationsLeft: number; dueAt: string | null };
}

let reviewed: ReviewedLab;
let student: { id: string; cookie: string; enrollmentId: string };
let assignment: { id: string; trackId: string; versionId: string };

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  const { lab } = reviewed;
  const [row] = await lab.sql<{ id: string; enrollmentId: string }>(
    `SELECT u.id::text, e.id::text AS "enrollmentId" FROM auth."user" u JOIN enrollments e ON e.user_id = u.id::uuid
     WHERE u.email = 'student@demo.holdout'`,
  );
  const [of] = await lab.sql<typeof assignment>(
    `SELECT a.id::text, g.track_id::text AS "trackId", v.id::text AS "versionId" FROM assignments a
     JOIN stages g ON g.id = a.stage_id JOIN assignment_versions v ON v.assignment_id = a.id
     WHERE a.slug = $1 AND a.organization_id = $2`,
    [SLUG, DEMO],
  );
  if (!row || !of) throw new Error('The demo organization has no student or assignment.');
  student = { ...row, cookie: await lab.signIn('student@demo.holdout') };
  assignment = of;
  await lab.sql(
    `INSERT INTO cohort_assignments (id, organization_id, cohort_id, assignment_id)
     SELECT gen_random_uuid(), organization_id, cohort_id, $2 FROM enrollments WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [student.enrollmentId, assignment.id],
  );
}, 120_000);
afterAll(() => reviewed.stop());

const lookedAt = async (cookie = student.cookie): Promise<Shown> =>
  (await reviewed.read<{ assignment: Shown }>(cookie, ASSIGNMENT, { slug: SLUG })).assignment;

/** Looks before and after, so that what was kept from before would be seen. */
async function changedBy(change: () => Promise<unknown>): Promise<{ before: Shown; after: Shown }> {
  const before = await lookedAt();
  await change();
  return { before, after: await lookedAt() };
}

const cohortSet = (set: string) =>
  reviewed.lab.sql(
    `UPDATE cohort_assignments SET ${set} WHERE assignment_id = $1
     AND cohort_id = (SELECT cohort_id FROM enrollments WHERE id = $2)`,
    [assignment.id, student.enrollmentId],
  );

const revisionsOf = (id: string) =>
  reviewed.lab.sql<{ work: string | null; cohorts: string }>(
    `SELECT (SELECT revision FROM student_revisions WHERE student_id = $1) AS work, cohorts_revision AS cohorts
     FROM organizations WHERE id = $2`,
    [id, DEMO],
  );

/** Everything that is kept until one of the viewer's revisions is another. */
async function readOwnWork(tx: Tx, studentId: string): Promise<void> {
  await trackFor(tx, studentId);
  await standingsOf(tx, studentId, null);
  await skillEvidenceOf(tx, studentId);
  await lessonsBegunBefore(tx, studentId);
  await latestRelease(tx, studentId, assignment.versionId);
  await cohortsOf(tx, studentId);
  await teamIdsOf(tx, studentId);
  await policyFacts(tx, {
    assignment: { id: assignment.id, title: '', stage: { trackId: assignment.trackId } },
    version: { id: assignment.versionId, definition: {} },
    studentId,
    now: new Date(),
  });
}

it('is read once', async () => {
  const before = await lookedAt();
  await reviewed.lab.sql(
    `SET session_replication_role = replica; UPDATE cohort_assignments SET due_at = '2040-01-01T00:00:00Z'`,
  );
  expect(await lookedAt()).toEqual(before);
  await reviewed.lab.sql(
    `SET session_replication_role = replica; UPDATE cohort_assignments SET due_at = NULL`,
  );
});

it('shows what the student hands in and what the cohort changes with the next request', async () => {
  const handedIn = await changedBy(() => reviewed.handIn(student.id, 64, new Date()));
  expect(handedIn.before.bestPoints).toBeNull();
  expect(handedIn.after.bestPoints).toBe(64);
  expect(handedIn.after.policy.certificationsLeft).toBe(handedIn.before.policy.certificationsLeft - 1);

  const dated = await changedBy(() => cohortSet(`due_at = '2041-01-01T00:00:00Z'`));
  expect(dated.after.policy.dueAt).toBe('2041-01-01T00:00:00.000Z');

  const extended = await changedBy(() =>
    reviewed.lab.sql(
      `INSERT INTO extensions (id, organization_id, enrollment_id, assignment_id, due_at, extra_certifications, reason, granted_by_id)
       VALUES (gen_random_uuid(), $1, $2, $3, '2042-01-01T00:00:00Z', 2, 'Ill', gen_random_uuid())`,
      [DEMO, student.enrollmentId, assignment.id],
    ),
  );
  expect(extended.after.policy).toMatchObject({
    dueAt: '2042-01-01T00:00:00.000Z',
    certificationsLeft: extended.before.policy.certificationsLeft + 2,
  });

  const withdrawn = await changedBy(() =>
    reviewed.lab.sql(`UPDATE enrollments SET withdrawn_at = now() WHERE id = $1`, [student.enrollmentId]),
  );
  expect([withdrawn.before.policy.isOpen, withdrawn.after.policy.isOpen]).toEqual([true, false]);
  await reviewed.lab.sql(`UPDATE enrollments SET withdrawn_at = NULL WHERE id = $1`, [student.enrollmentId]);
  expect((await lookedAt()).policy.isOpen).toBe(true);
});

it('hides a grade that is held at once, but not from somebody who teaches, and only while they do', async () => {
  const { lab } = reviewed;
  const held = await changedBy(() => cohortSet('is_held = true'));
  expect([held.before.bestPoints, held.after.bestPoints]).toEqual([64, null]);
  const teaching = await changedBy(() =>
    lab.sql(
      `INSERT INTO memberships (id, organization_id, user_id, role) VALUES (gen_random_uuid(), $1, $2, 'TEACHING_ASSISTANT')`,
      [DEMO, student.id],
    ),
  );
  expect(teaching.after.bestPoints).toBe(64);
  const asBefore = await changedBy(() =>
    lab.sql(`DELETE FROM memberships WHERE user_id = $1 AND role = 'TEACHING_ASSISTANT'`, [student.id]),
  );
  expect(asBefore.after.bestPoints).toBeNull();
  const released = await changedBy(() => cohortSet('is_held = false'));
  expect(released.after.bestPoints).toBe(64);
});

it('shows an admin who looks as the student what the student did since', async () => {
  const { lab } = reviewed;
  const admin = await lab.signIn('admin@demo.holdout');
  const [membership] = await lab.sql<{ id: string }>('SELECT id FROM memberships WHERE user_id = $1', [
    student.id,
  ]);
  const start =
    'mutation ($id: ID!) { startImpersonation(membershipId: $id, reason: "A page that they wrote about") }';
  expect(await lab.codeOf({ cookie: admin }, start, { id: membership?.id })).toBe('ok');
  expect((await lookedAt(admin)).bestPoints).toBe(64);
  await reviewed.handIn(student.id, 71, new Date());
  expect((await lookedAt(admin)).bestPoints).toBe(71);
});

it('counts what a team-mate hands in, and nothing that others do', async () => {
  const { lab } = reviewed;
  const [mate = '', stranger = ''] = await admitStudents(lab, reviewed.api, ['A Mate', 'A Stranger']);
  const teamId = newId();
  await lab.sql(
    `WITH team AS (INSERT INTO teams (id, organization_id, assignment_id, cohort_id, name, join_code)
       SELECT $1, organization_id, $2, cohort_id, 'Two', 'ABCDEFGHIJKL' FROM enrollments WHERE id = $3 RETURNING *)
     INSERT INTO team_members (organization_id, team_id, assignment_id, user_id)
     SELECT organization_id, id, assignment_id, unnest($4::uuid[]) FROM team`,
    [teamId, assignment.id, student.enrollmentId, [student.id, mate]],
  );
  const joint = await changedBy(() => reviewed.handIn(mate, 80, new Date()));
  expect(joint.after.bestPoints).toBe(80);
  expect(joint.after.policy.certificationsLeft).toBe(joint.before.policy.certificationsLeft - 1);

  const before = await revisionsOf(student.id);
  await reviewed.handIn(stranger, 90, new Date());
  expect(await revisionsOf(student.id)).toEqual(before);
});

it('is not read again because a worker is still at it', async () => {
  const { lab } = reviewed;
  const waiting = await scoreRun(
    reviewed,
    {
      organizationId: DEMO,
      studentId: student.id,
      assignmentSlug: SLUG,
      kind: 'PRACTICE',
      archive: { digest: 'a'.repeat(64), bytes: 10, fileName: 'project.zip' },
      declaration: { aiUse: 'NONE', help: '', isOwnWork: true },
      now: new Date(),
    },
    { points: 50 },
  );
  await lab.sql(
    `SET session_replication_role = replica; UPDATE runs SET status = 'RUNNING', outcome = NULL, finished_at = NULL
     WHERE id = '${waiting.runId}'`,
  );
  const before = await revisionsOf(student.id);
  await lab.sql(`UPDATE runs SET lease_expires_at = now() WHERE id = $1`, [waiting.runId]);
  expect(await revisionsOf(student.id)).toEqual(before);
  await lab.sql(`UPDATE runs SET status = 'QUEUED' WHERE id = $1`, [waiting.runId]);
  expect(await revisionsOf(student.id)).not.toEqual(before);
});

describe('two transactions that change the work of the same students', () => {
  const begin = async () => {
    const client = new pg.Client(reviewed.lab.test.adminUrl);
    await client.connect();
    await client.query('BEGIN');
    return client;
  };
  const begins = (client: pg.Client, lesson: string, reader: string) =>
    client.query(
      `INSERT INTO lesson_readings (lesson_id, user_id, organization_id, version)
       SELECT lesson_id, $2, organization_id, version FROM lesson_versions WHERE lesson_id = $1 LIMIT 1`,
      [lesson, reader],
    );

  it('do not wait for each other, in whatever order they do it', async () => {
    const lessons = await reviewed.lab.sql<{ id: string }>(
      'SELECT id FROM lessons WHERE organization_id = $1 ORDER BY id LIMIT 2',
      [DEMO],
    );
    const [ann, ben] = await admitStudents(reviewed.lab, reviewed.api, ['Ann', 'Ben']);
    const [one, other] = [await begin(), await begin()];
    try {
      await begins(one, lessons[0]?.id ?? '', ann ?? '');
      await begins(other, lessons[1]?.id ?? '', ben ?? '');
      await begins(one, lessons[0]?.id ?? '', ben ?? '');
      await begins(other, lessons[1]?.id ?? '', ann ?? '');
      await Promise.all([one.query('COMMIT'), other.query('COMMIT')]);
    } finally {
      await Promise.all([one.end(), other.end()]);
    }
    const [noted] = await revisionsOf(ann ?? '');
    expect(noted?.work).toEqual(expect.stringMatching(/^\d+@[\d.]+$/));
  });

  it('note nothing of what a savepoint took back', async () => {
    const [lesson] = await reviewed.lab.sql<{ id: string }>(
      'SELECT id FROM lessons WHERE organization_id = $1 ORDER BY id LIMIT 1',
      [DEMO],
    );
    const [cara, dan] = await admitStudents(reviewed.lab, reviewed.api, ['Cara', 'Dan']);
    const client = await begin();
    try {
      await begins(client, lesson?.id ?? '', cara ?? '');
      await client.query('SAVEPOINT before');
      await begins(client, lesson?.id ?? '', dan ?? '');
      await client.query('ROLLBACK TO before');
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    const works = (await Promise.all([cara, dan].map((id) => revisionsOf(id ?? '')))).map(
      ([row]) => row?.work ?? null,
    );
    expect(works).toEqual([expect.any(String), null]);
  });
});

it('notes every change of what own work is read from', async () => {
  // With a team, scores, a grade that is held and something to extend, so that all there is gets read.
  await cohortSet('is_held = true');
  await reviewed.lab.sql(
    `WITH created AS (INSERT INTO cohort_groups (id, organization_id, cohort_id, name)
       SELECT gen_random_uuid(), organization_id, cohort_id, 'A group' FROM enrollments WHERE id = $1 RETURNING id, organization_id)
     INSERT INTO cohort_group_members (organization_id, group_id, enrollment_id) SELECT organization_id, id, $1 FROM created`,
    [student.enrollmentId],
  );
  const context = { organizationId: DEMO, userId: student.id, isReadOnly: true };
  // The server counts what a connection read in earlier transactions as well, until it has written that down.
  const fresh = createDatabase({ url: reviewed.lab.test.apiUrl, max: 1 });
  const reading = fresh.inTenant(context, async (tx) => {
    await readOwnWork(tx, student.id);
    return tx.$queryRaw<{ name: string }[]>`SELECT relname AS name FROM pg_stat_xact_user_tables
      WHERE schemaname = 'public' AND seq_scan + coalesce(idx_scan, 0) > 0 ORDER BY relname`;
  });
  const read = await reading.finally(() => fresh.close());
  const watched = await reviewed.lab.sql<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
     WHERE tgname IN ('content_change', 'cohort_change', 'work_change') AND tgenabled = 'O' AND tgdeferrable AND tgtype = 29`,
  );
  expect(read.length).toBeGreaterThan(15);
  expect(watched).toEqual(expect.arrayContaining(read));
});
