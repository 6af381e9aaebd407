import { ApiLab } from '../support/api-lab.js';
import { MailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';

let lab: ApiLab;
let server: MailServer;
let workerUrl: string;

beforeAll(async () => {
  [lab, server] = await Promise.all([ApiLab.start(), MailServer.start()]);
  workerUrl = await lab.startWorker({ SMTP_URL: server.url, MAIL_FROM: 'Holdout <post@holdout.test>' });
});

afterAll(async () => {
  // First, as the worker waits for the letter that the server says nothing about.
  await server.stop();
  await lab.stop();
});

beforeEach(async () => {
  await lab.sql('DELETE FROM outgoing_mail');
  server.forget();
});

/** Leaves a mail as the API does; answers its id. */
async function leave(email: string, more: { lasts?: string } = {}): Promise<string> {
  const [row] = await lab.sql<{ id: string }>(
    `INSERT INTO outgoing_mail (kind, recipient_id, expires_at)
     SELECT 'PASSWORD_CHANGED', id, now() + $2::interval FROM auth."user" WHERE email = $1 RETURNING id`,
    [email, more.lasts ?? '1 hour'],
  );
  return row!.id;
}

interface Row {
  id: string;
  failures: number;
  last_failure: string | null;
  is_given_up: boolean;
  pause: number;
}

const waiting = () =>
  lab.sql<Row>(`SELECT id, failures, last_failure, given_up_at IS NOT NULL AS is_given_up,
    extract(epoch FROM due_at - now())::float AS pause FROM outgoing_mail`);

const STUDENT = 'student@demo.holdout';
const ADMIN = 'admin@demo.holdout';

it('sends a mail once, says who it is from and to, and forgets it when the server has it', async () => {
  const id = await leave(STUDENT);
  const mail = await server.mailTo(STUDENT);
  expect(mail).toMatchObject({
    from: { address: 'post@holdout.test', name: 'Holdout' },
    to: [{ address: STUDENT, name: 'Sam Okafor' }],
    subject: 'Your password for Holdout was changed',
    messageId: `<${id}@holdout.test>`,
  });
  expect(mail.text).toContain('http://holdout.test/forgotten-password');
  await until(waiting, (rows) => rows.length === 0);
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // the next round finds nothing
  expect(server.taken).toHaveLength(1);
});

it('tries again what the server could not take, under the same id and after growing pauses', async () => {
  server.answer = () => ({ code: 451 });
  const id = await leave(STUDENT);
  const [first] = await until(waiting, ([row]) => row?.failures === 1);
  expect(first?.last_failure).toContain('451');
  expect(first?.pause).toBeGreaterThan(3);
  await lab.sql('UPDATE outgoing_mail SET due_at = now()');
  const [second] = await until(waiting, ([row]) => row?.failures === 2);
  expect(second?.pause).toBeGreaterThan(8);
  server.answer = () => 'ok';
  await lab.sql('UPDATE outgoing_mail SET due_at = now()');
  expect((await server.mailTo(STUDENT)).messageId).toBe(`<${id}@holdout.test>`);
});

it('gives up what no receiver will have and what is too old, and tells whoever watches', async () => {
  server.answer = (recipient) => (recipient === STUDENT ? { code: 550 } : 'ok');
  await leave(STUDENT);
  await leave(ADMIN, { lasts: '-1 second' });
  const rows = await until(waiting, (found) => found.every((row) => row.is_given_up));
  expect(rows.map((row) => row.last_failure).toSorted()).toEqual([
    expect.stringContaining('550'),
    'It is too old to be worth sending.',
  ]);
  expect(server.asked).toEqual([STUDENT]);
  const metrics = await (await fetch(`${workerUrl}/metrics`)).text();
  expect(metrics).toMatch(/^holdout_mail_waiting 0$/m);
  expect(metrics).toMatch(/^holdout_mail_given_up 2$/m);
  expect(metrics).toMatch(/^# TYPE holdout_queue_waiting_runs gauge$/m);
});

it('lets a server that says nothing hold up that mail alone', async () => {
  server.answer = (recipient) => (recipient === STUDENT ? null : 'ok');
  await leave(STUDENT);
  await until(
    () => Promise.resolve(server.asked),
    ({ length }) => length === 1,
  );
  const began = Date.now();
  await leave(ADMIN);
  await server.mailTo(ADMIN);
  expect(Date.now() - began).toBeLessThan(5_000); // the silent one is let go after 8 seconds
});

it('sends nothing to an account that is gone', async () => {
  await lab.sql(`INSERT INTO outgoing_mail (kind, recipient_id, expires_at)
    VALUES ('PASSWORD_CHANGED', gen_random_uuid(), now() + interval '1 hour')`);
  await until(waiting, (rows) => rows.length === 0);
  expect(server.asked).toEqual([]);
});
