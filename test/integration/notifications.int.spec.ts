import { createDatabase, type Database } from '@holdout/db';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { ApiLab, DEMO, PUBLIC_URL } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';
import { Heard } from '../support/heard.js';
import { MailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';

const STUDENT = 'student@demo.holdout';
const LIST = `query ($first: Int, $after: String) { notifications(first: $first, after: $after) {
  notifications { id kind assignmentSlug runId isRead } pageInfo { hasNextPage endCursor } } }`;
const READ = 'mutation ($id: ID!) { readNotification(id: $id) }';
const CHOOSE =
  'mutation ($kind: NotificationKind!, $isMailed: Boolean!) { setMailedNotification(kind: $kind, isMailed: $isMailed) }';

interface Told {
  id: string;
  kind: string;
  assignmentSlug: string;
  runId: string | null;
  isRead: boolean;
}
interface Page {
  notifications: { notifications: Told[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let lab: ApiLab;
let server: MailServer;
let worker: Database;
let studentId: string;
let student: { cookie: string };
const clients: Client[] = [];

beforeAll(async () => {
  [lab, server] = await Promise.all([ApiLab.start(), MailServer.start()]);
  worker = createDatabase({ url: lab.test.workerUrl, max: 2 });
  const [row] = await lab.sql<{ id: string }>(`SELECT id FROM auth."user" WHERE email = $1`, [STUDENT]);
  studentId = row!.id;
  student = { cookie: await lab.signIn(STUDENT) };
});

afterAll(async () => {
  for (const client of clients) await client.dispose();
  await worker.close();
  await lab.stop();
  await server.stop();
});

beforeEach(() => lab.forgetRuns()); // and what was told of them

const scored = (kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE') =>
  certifiedRun(
    { api: lab.owner, worker },
    { organizationId: DEMO, studentId, assignmentSlug: 'tabular-risk', points: 80, kind },
  );

const page = async (variables: object = {}, headers = student): Promise<Page['notifications']> => {
  const { data, errors } = await lab.ask<Page>(headers, LIST, { ...variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.notifications;
};
const told = async (headers = student): Promise<Told[]> => (await page({}, headers)).notifications;

it('tells a student that a run is graded, and nobody else', async () => {
  const { runId } = await scored();
  expect(await told()).toMatchObject([
    { kind: 'GRADED', assignmentSlug: 'tabular-risk', runId, isRead: false },
  ]);
  const fellow = { cookie: await lab.signIn('sample@demo.holdout') };
  const foreign = { cookie: await lab.signIn('student@other.holdout') };
  expect([await told(fellow), await told(foreign)]).toEqual([[], []]);
  const [{ id } = { id: '' }] = await told();
  for (const headers of [fellow, foreign]) {
    expect(await lab.codeOf(headers, READ, { id })).toBe('NOT_FOUND');
    expect(await lab.codeOf(headers, LIST, { after: id })).toBe('NOT_FOUND');
    expect(await lab.codeOf(headers, 'mutation { readAllNotifications }')).toBe('ok');
  }
  expect(await told()).toMatchObject([{ isRead: false }]);
});

it('tells of a failed run, not of one that the student took back, and of what others have run again', async () => {
  const { runId } = await scored();
  const finish = (outcome: string, kind: string) =>
    lab.sql(
      `SET session_replication_role = replica; UPDATE runs SET status = 'RUNNING', outcome = NULL, kind = '${kind}' WHERE id = '${runId}';
       DELETE FROM notifications; SET session_replication_role = origin;
       SET app.organization_id = '${DEMO}';
       UPDATE runs SET status = 'FINISHED', outcome = '${outcome}' WHERE id = '${runId}'`,
    );
  const counts: number[] = [];
  for (const [outcome, kind] of [
    ['STUDENT_ERROR', 'PRACTICE'],
    ['INFRASTRUCTURE_ERROR', 'CERTIFICATION'],
    ['CANCELLED', 'PRACTICE'],
    ['SCORED', 'REGRADE'],
  ] as const) {
    await finish(outcome, kind);
    counts.push((await told()).length);
  }
  expect(counts).toEqual([1, 1, 0, 0]);
  await finish('SCORED', 'PRACTICE');
});

it('tells that a review made a new score, and of no other score', async () => {
  const { runId } = await scored();
  const another = (cause: string) =>
    lab.sql(
      `INSERT INTO scores SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'cause', $2::text))).*
       FROM scores s WHERE s.run_id = $1 LIMIT 1`,
      [runId, cause],
    );
  await another('LATE');
  await another('REVIEWED');
  expect((await told()).map(({ kind }) => kind).toSorted()).toEqual(['GRADED', 'REVIEWED']);
});

it('tells of an answer to a regrade request, not of the student’s own words', async () => {
  const { runId } = await scored();
  await lab.sql('DELETE FROM notifications');
  const staff = { cookie: await lab.signIn('instructor@demo.holdout') };
  const asked = await lab.ask<{ requestRegrade: { id: string } }>(
    student,
    'mutation ($runId: ID!) { requestRegrade(runId: $runId, reason: "The criterion misses both leaks.") { id } }',
    { runId },
  );
  const reply = (headers: { cookie: string }, decision: string | null) =>
    lab.codeOf(
      headers,
      `mutation ($id: ID!, $decision: RegradeStatus) {
        replyToRegradeRequest(input: { requestId: $id, text: "Look again.", decision: $decision }) { id } }`,
      { id: asked.data?.requestRegrade.id, decision },
    );
  expect(await reply(student, null)).toBe('ok');
  expect(await told()).toEqual([]);
  expect([await reply(staff, null), await reply(staff, 'ACCEPTED')]).toEqual(['ok', 'ok']);
  expect((await told()).map(({ kind }) => kind)).toEqual(['ANSWERED', 'ANSWERED']);
});

it('tells of what is due for the student within a day, once, by their own extension', async () => {
  const [enrollment] = await lab.sql<{ id: string; cohort_id: string; assignment_id: string }>(
    `SELECT e.id, e.cohort_id, a.id AS assignment_id FROM enrollments e, assignments a
     WHERE e.user_id = $1 AND a.organization_id = $2 AND a.slug = 'tabular-risk'`,
    [studentId, DEMO],
  );
  const { id, cohort_id: cohort, assignment_id: assignment } = enrollment!;
  await lab.forgetRuns();
  const now = new Date();
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const due = (hours: number) =>
    lab.sql('UPDATE cohort_assignments SET due_at = $3 WHERE cohort_id = $1 AND assignment_id = $2', [
      cohort,
      assignment,
      inHours(hours),
    ]);
  const mine = async () => (await told()).filter(({ kind }) => kind === 'DUE_SOON').length;
  await due(25);
  await worker.system.leaveDueSoon(now);
  expect(await mine()).toBe(0);
  await due(-1);
  await lab.sql(
    `INSERT INTO extensions (id, organization_id, enrollment_id, assignment_id, due_at, reason, granted_by_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, 'ill', $5)
     ON CONFLICT (enrollment_id, assignment_id) DO UPDATE SET due_at = excluded.due_at`,
    [DEMO, id, assignment, inHours(23), studentId],
  );
  await lab.sql('DELETE FROM notifications');
  expect(await worker.system.leaveDueSoon(now)).toBe(1); // the others' date has passed
  expect(await worker.system.leaveDueSoon(inHours(1))).toBe(0);
  expect(await told()).toMatchObject([{ kind: 'DUE_SOON', runId: null, assignmentSlug: 'tabular-risk' }]);
  await lab.sql('DELETE FROM notifications');
  await scored('CERTIFICATION');
  await lab.sql('DELETE FROM notifications');
  expect(await worker.system.leaveDueSoon(now)).toBe(0); // handed in
  await lab.sql('DELETE FROM extensions WHERE enrollment_id = $1', [id]);
});

it('tells of what is granted to a group as who is in it comes and goes, and of what is due by it', async () => {
  const [place] = await lab.sql<{ enrollment: string; cohort: string; assignment: string }>(
    `SELECT e.id AS enrollment, e.cohort_id AS cohort, a.id AS assignment FROM enrollments e, assignments a
     WHERE e.user_id = $1 AND a.organization_id = $2 AND a.slug = 'tabular-risk'`,
    [studentId, DEMO],
  );
  const { enrollment, cohort, assignment } = place!;
  await lab.forgetRuns();
  const extended = async () => (await told()).filter(({ kind }) => kind === 'EXTENDED').length;
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  await lab.sql('UPDATE cohort_assignments SET due_at = $3 WHERE cohort_id = $1 AND assignment_id = $2', [
    cohort,
    assignment,
    inHours(-1),
  ]);
  const [group] = await lab.sql<{ id: string }>(
    `INSERT INTO cohort_groups (id, organization_id, cohort_id, name) VALUES (gen_random_uuid(), $1, $2, 'Exams') RETURNING id`,
    [DEMO, cohort],
  );
  const { id } = group!;
  await lab.sql(
    `INSERT INTO group_extensions (id, organization_id, group_id, assignment_id, due_at, reason, granted_by_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, 'exams', $5)`,
    [DEMO, id, assignment, inHours(23), studentId],
  );
  expect(await extended()).toBe(0);
  await lab.sql(
    'INSERT INTO cohort_group_members (organization_id, group_id, enrollment_id) VALUES ($1, $2, $3)',
    [DEMO, id, enrollment],
  );
  expect(await told()).toMatchObject([
    { kind: 'EXTENDED', runId: null, assignmentSlug: 'tabular-risk', isRead: false },
  ]);
  expect(await worker.system.leaveDueSoon(new Date())).toBe(1);
  await lab.sql('UPDATE group_extensions SET due_at = $2 WHERE group_id = $1', [id, inHours(40)]);
  expect(await extended()).toBe(2);
  await lab.sql('DELETE FROM cohort_group_members WHERE group_id = $1', [id]);
  expect(await extended()).toBe(3);
  await lab.sql('DELETE FROM cohort_groups WHERE id = $1', [id]);
  expect(await extended()).toBe(3);
});

it('is read one by one or all at once, page by page, and followed live', async () => {
  const heard = live();
  await heard.until(({ last }) => last?.data?.unreadNotifications === 0);
  for (let count = 0; count < 3; count += 1) await scored();
  await heard.until(({ last }) => last?.data?.unreadNotifications === 3);
  const first = await page({ first: 2 });
  expect([first.notifications.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
  const rest = await page({ first: 2, after: first.pageInfo.endCursor });
  expect([rest.notifications.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
  expect(await lab.codeOf(student, LIST, { first: 1000 })).toBe('BAD_USER_INPUT');
  const { data } = await lab.ask(student, READ, { id: rest.notifications[0]?.id });
  expect(data).toEqual({ readNotification: 2 });
  await heard.until(({ last }) => last?.data?.unreadNotifications === 2);
  expect((await lab.ask(student, 'mutation { readAllNotifications }')).data).toEqual({
    readAllNotifications: 0,
  });
  await heard.until(({ last }) => last?.data?.unreadNotifications === 0);
});

it('comes by mail where the student chose that kind, and says no result', async () => {
  await lab.startWorker({ SMTP_URL: server.url });
  await scored();
  const chosen = await lab.ask(student, CHOOSE, { kind: 'GRADED', isMailed: true });
  expect(chosen.data).toEqual({ setMailedNotification: ['GRADED'] });
  const { runId } = await scored();
  const mail = await server.mailTo(STUDENT);
  expect(mail.subject).toBe('Your run of Tabular risk model has ended');
  expect(mail.text).toContain(`${PUBLIC_URL}/runs/${runId}`);
  // Digits of the address are no points.
  expect(mail.text?.replace(runId, '')).not.toContain('80');
  await lab.ask(student, CHOOSE, { kind: 'GRADED', isMailed: false });
  await scored();
  await until(
    () => lab.sql('SELECT 1 FROM outgoing_mail'),
    ({ length }) => length === 0,
  );
  expect(server.taken).toHaveLength(1);
});

function live(): Heard<{ unreadNotifications: number }> {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie: student.cookie, origin: PUBLIC_URL } });
    }
  }
  const client = createClient({
    url: `${lab.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WithCookie,
  });
  clients.push(client);
  return new Heard(client, 'subscription { unreadNotifications }', {});
}
