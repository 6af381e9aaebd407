import { ApiLab, PUBLIC_URL } from '../support/api-lab.js';
import { MailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';

const STUDENT = 'student@demo.holdout';
const OLD = 'holdout-demo';

let lab: ApiLab;
let server: MailServer;

beforeAll(async () => {
  [lab, server] = await Promise.all([ApiLab.start(), MailServer.start()]);
  await lab.startWorker({ SMTP_URL: server.url });
});

afterAll(async () => {
  await lab.stop();
  await server.stop();
});

beforeEach(async () => {
  await lab.sql(`DELETE FROM auth."signInTries"`);
  await lab.sql('DELETE FROM auth.verification');
  server.taken.length = 0;
});

const post = (route: string, body: object, origin = PUBLIC_URL) =>
  fetch(`${lab.url}/auth/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });

const request = (email: string) => post('request-password-reset', { email });
const choose = (token: string, newPassword: string) => post('reset-password', { token, newPassword });

/** Asks for a link and takes the token out of the mail; the nth to this address in this test. */
async function tokenFor(email: string, nth = 1): Promise<string> {
  expect((await request(email)).status).toBe(200);
  const { text } = await server.mailTo(email, nth);
  const token = /http:\/\/holdout\.test\/new-password#(\S+)/.exec(text ?? '')?.[1];
  if (!token) throw new Error(`No link in: ${text}`);
  return token;
}

it('mails a link that sets a password once, ends every session and says that it happened', async () => {
  const cookie = await lab.signIn(STUDENT);
  const token = await tokenFor(STUDENT);
  expect((await choose(token, 'short')).status).toBe(400); // and the link still works
  expect((await choose(token, 'a new password')).status).toBe(200);
  expect((await lab.ask({ cookie }, '{ viewer { email } }')).data).toEqual({ viewer: null });
  await expect(lab.signIn(STUDENT, OLD)).rejects.toThrow(/401/);
  await lab.signIn(STUDENT, 'a new password');
  const again = await choose(token, 'another password');
  expect([again.status, await again.json()]).toEqual([
    400,
    expect.objectContaining({ code: 'INVALID_TOKEN' }),
  ]);
  expect((await server.mailTo(STUDENT, 2)).subject).toBe('Your password for Holdout was changed');
});

it('takes a link for the account it was made for alone, and none that is older than an hour or another was used', async () => {
  const [expired, used, older] = [
    await tokenFor('ta@demo.holdout'),
    await tokenFor('instructor@demo.holdout'),
    await tokenFor('instructor@demo.holdout', 2),
  ];
  await lab.sql(
    `UPDATE auth.verification SET "expiresAt" = "expiresAt" - interval '1 hour'
     WHERE value = (SELECT id::text FROM auth."user" WHERE email = 'ta@demo.holdout')`,
  );
  expect((await choose(expired, 'a new password')).status).toBe(400);
  expect((await choose(used, 'instructor’s own')).status).toBe(200);
  expect((await choose(older, 'a new password')).status).toBe(400);
  await lab.signIn('instructor@demo.holdout', 'instructor’s own');
  await lab.signIn('ta@demo.holdout', OLD); // nobody else's password changed
  expect((await choose('made-up', 'a new password')).status).toBe(400);
});

it('answers the same, in no less time, whether there is such an account', async () => {
  const timed = async (email: string) => {
    const began = performance.now();
    const response = await request(email);
    const body = await response.text();
    return { status: response.status, body, isSlow: performance.now() - began >= 295 };
  };
  const known = await timed('manager@demo.holdout');
  expect(known).toMatchObject({ status: 200, isSlow: true });
  expect(await timed('nobody@demo.holdout')).toEqual(known);
  await server.mailTo('manager@demo.holdout');
  expect(await lab.sql('SELECT 1 FROM outgoing_mail')).toEqual([]);
});

it('bears three requests for one account an hour, and fifty from one network, whoever is asked for', async () => {
  const statuses = async (emails: string[]) => {
    const answers = [];
    for (const email of emails) answers.push((await request(email)).status);
    return answers;
  };
  const nobody = 'nobody@demo.holdout';
  expect(await statuses([nobody, nobody, 'Nobody@demo.holdout', nobody])).toEqual([200, 200, 200, 429]);
  expect(await statuses([STUDENT])).toEqual([200]);
  await lab.sql(`UPDATE auth."signInTries" SET count = 49 WHERE key LIKE 'reset-address:%'`);
  expect(await statuses(['a@demo.holdout', 'b@demo.holdout'])).toEqual([200, 429]);
  await lab.signIn('ta@demo.holdout'); // signing in is counted apart
});

it('keeps no token as it is, and takes no request from a page of another site', async () => {
  const token = await tokenFor('admin@demo.holdout');
  const stored = await lab.sql<{ identifier: string }>('SELECT identifier FROM auth.verification');
  expect(stored).toHaveLength(1);
  expect(stored[0]?.identifier).not.toContain(token);
  server.answer = () => ({ code: 451 });
  await request('admin@demo.holdout');
  const [row] = await until(
    () => lab.sql<{ secret: string }>(`SELECT encode(secret, 'escape') AS secret FROM outgoing_mail`),
    ({ length }) => length === 1,
  );
  expect(row?.secret).not.toContain(token.slice(0, 8));
  server.answer = () => 'ok';
  const foreign = await post('request-password-reset', { email: STUDENT }, 'http://evil.test');
  expect(foreign.status).toBe(403);
});
