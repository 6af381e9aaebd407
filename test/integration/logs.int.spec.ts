import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import WebSocket from 'ws';
import { ApiLab, AUTH_SECRET, PUBLIC_URL } from '../support/api-lab.js';
import { OwnRedis } from '../support/own-redis.js';
import { untilTrue } from '../support/until-true.js';

/** As somebody would write them who wants lines of their own in the log. */
const FORGED = '{"level":60,"msg":"forged"}';
const SECRETS = {
  redis: 'a-password-of-redis',
  mail: 'a-password-of-mail',
  store: 'a-secret-key-of-the-store',
  issuer: 'ef'.repeat(32),
};

let lab: ApiLab;
let logged = '';
beforeAll(async () => {
  lab = await ApiLab.start({ env: { LOG_LEVEL: 'trace' }, onLog: (text) => (logged += text) });
}, 60_000);
afterAll(() => lab?.stop());

const untilLogged = (pattern: RegExp) =>
  untilTrue(
    () => pattern.test(logged),
    15_000,
    () => logged.slice(-4_000),
  );
const wholeLines = () => logged.slice(0, logged.lastIndexOf('\n')).split('\n').filter(Boolean);

/** Says something, and waits until it is thrown out for that. */
function saidOverSocket(cookie: string, protocol: string, said: string): Promise<unknown> {
  const url = `${lab.url.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(url, protocol, { headers: { cookie } });
  socket.on('error', () => undefined);
  socket.on('open', () => socket.send(said));
  return new Promise((resolve) => socket.once('close', resolve));
}

describe('a worker that is let in nowhere', () => {
  let redis: OwnRedis;
  const mail = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(new Error('Not with that.')),
  });
  const store = createServer((_request, response) => {
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  });
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    redis = await OwnRedis.start('another-password');
    mail.on('error', () => undefined);
    mail.listen(0, '127.0.0.1');
    store.listen(0, '127.0.0.1');
    await Promise.all([once(mail.server, 'listening'), once(store, 'listening')]);
  });
  afterAll(async () => {
    await redis?.stop();
    mail.close();
    store.closeAllConnections();
    store.close();
  });

  it('says so, and none of its passwords', async () => {
    await lab.sql(
      `INSERT INTO outgoing_mail (kind, recipient_id, expires_at) SELECT 'PASSWORD_CHANGED', id, now() + interval '1 hour'
       FROM auth."user" WHERE email = 'student@demo.holdout'`,
    );
    await lab.startWorker({
      WORKER_ID: 'without-mail',
      ISSUER_KEY_SECRET: SECRETS.issuer,
      SMTP_URL: `smtp://post:${SECRETS.mail}@127.0.0.1:${portOf(mail.server)}`,
    });
    const queue = `redis://:${SECRETS.redis}@127.0.0.1:${redis.port}`;
    await lab.startWorker({ WORKER_ID: 'without-queue', REDIS_URL: queue });
    await lab.startWorker({
      WORKER_ID: 'without-store',
      S3_BUCKET: 'content',
      S3_ENDPOINT: `http://127.0.0.1:${portOf(store)}`,
      S3_ACCESS_KEY_ID: 'worker',
      S3_SECRET_ACCESS_KEY: SECRETS.store,
    });
    await untilLogged(/a mail could not be sent/);
    await untilLogged(/WRONGPASS/);
    const { workerUrl, apiUrl, queueUrl } = lab.test;
    const ours = [workerUrl, apiUrl, queueUrl, AUTH_SECRET, 'ab'.repeat(32)];
    for (const secret of [...Object.values(SECRETS), ...ours]) {
      expect({ secret, isLogged: logged.includes(secret) }).toEqual({ secret, isLogged: false });
      const coded = Buffer.from(secret).toString('base64');
      expect({ coded, isLogged: logged.includes(coded) }).toEqual({ coded, isLogged: false });
    }
  });
});

it('keeps keys, hashes and what is sealed out of an error about them', async () => {
  const cookie = await lab.signIn('admin@demo.holdout');
  const [sealed] = await lab.sql<{ name: string }>(
    `UPDATE users SET display_name = substr(display_name, 2)
     WHERE id = (SELECT id::uuid FROM auth."user" WHERE email = 'student@demo.holdout') RETURNING encode(display_name, 'hex') AS name`,
  );
  const { errors } = await lab.ask({ cookie }, '{ memberships(first: 50) { nodes { name } } }');
  expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  await untilLogged(/An error was masked/);
  const rows = await lab.sql<{ hex: string; base64: string }>(
    `SELECT encode(wrapped_key, 'hex') AS hex, encode(wrapped_key, 'base64') AS base64 FROM user_keys
     UNION ALL SELECT encode(convert_to(password, 'UTF8'), 'hex'), password FROM auth."account" WHERE password IS NOT NULL`,
  );
  expect(rows.length).toBeGreaterThan(5);
  const secrets = [sealed?.name ?? 'none', ...rows.flatMap(({ hex, base64 }) => [hex, base64])];
  expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
});

it('takes no line from anybody: each is an object of ours, whatever is sent', async () => {
  const cookie = await lab.signIn('student@demo.holdout');
  const line = `x\n${FORGED}\n`;
  await lab.ask({ cookie }, `query A { viewer { id } } # ${line}`);
  await lab.ask({ cookie, 'x-correlation-id': FORGED, 'user-agent': FORGED }, '{ viewer { id } }');
  await fetch(`${lab.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ viewer { id } }', operationName: line, variables: { [line]: line } }),
  });
  await fetch(`${lab.url}/${encodeURIComponent(line)}?${encodeURIComponent(line)}`);
  await fetch(`${lab.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
    body: JSON.stringify({ email: line, password: line }),
  });
  for (const [protocol, said] of [
    ['graphql-transport-ws', line.repeat(5_000)],
    ['graphql-transport-ws', line],
    ['graphql-ws', line],
  ] as const)
    await saidOverSocket(cookie, protocol, said);
  await sleep(200);
  expect(logged).toMatch(/"printed":"[^\n]*Max payload size exceeded/);
  const lines = wholeLines();
  expect(lines.length).toBeGreaterThan(5);
  const strangers = lines.filter((each) => !/^{"level":\d+,"time":\d+,.*}$/.test(each));
  expect(strangers).toEqual([]);
  expect(
    lines.map((each) => JSON.parse(each) as { level: number }).filter(({ level }) => level === 60),
  ).toEqual([]);
});
