import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ApiLab } from '../support/api-lab.js';
import { freePort } from '../support/free-port.js';
import { end, startOwn } from '../support/own-process.js';
import { ready } from '../support/ready.js';
import { untilTrue } from '../support/until-true.js';

const ROOT = new URL('../../', import.meta.url);
const SECRET = 'a-token-that-lets-in';

let lab: ApiLab;
let web: Server;
let asked: IncomingHttpHeaders[];
let gateway: ChildProcess;
let url: string;
let saidByApi = '';
let said = '';

beforeAll(async () => {
  lab = await ApiLab.start({ env: { LOG_LEVEL: 'trace' }, onLog: (text) => (saidByApi += text) });
  web = createServer((request, response) => {
    asked.push(request.headers);
    response.end('a page');
  });
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  gateway = startOwn(process.execPath, ['infra/local/gateway.mjs'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'trace',
      GATEWAY_PORT: String(port),
      PUBLIC_URL: url,
      API_INTERNAL_URL: lab.url,
      WEB_INTERNAL_URL: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [gateway.stdout, gateway.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await ready(`${url}/health/ready`, 'The gateway');
}, 60_000);
afterAll(async () => {
  if (gateway) await end(gateway, 'SIGTERM');
  web?.close();
  await lab?.stop();
});
beforeEach(() => (asked = []));

/** Whole lines, each of which is an object. */
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .slice(0, text.lastIndexOf('\n'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const namedBy = (text: string, correlationId: string) =>
  linesOf(text).filter((line) => line['correlationId'] === correlationId);

it('hands on the name that a page gave its action, which gateway and API log it by', async () => {
  const correlationId = randomUUID();
  const headers = { 'content-type': 'application/json', 'x-correlation-id': correlationId };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: '{"query":"{ viewer { id } }"}',
  });
  expect(answer.headers.get('x-correlation-id')).toBe(correlationId);
  await untilTrue(
    () => namedBy(saidByApi, correlationId).length > 0,
    5_000,
    () => saidByApi,
  );
  expect(namedBy(said, correlationId)).toContainEqual(
    expect.objectContaining({ req: { method: 'POST', place: '/graphql' } }),
  );
  expect(namedBy(saidByApi, correlationId)).toContainEqual(
    expect.objectContaining({ route: '/graphql', operation: 'query viewer', status: 200 }),
  );
});

it('names what comes without a name, or with something else, and tells pages', async () => {
  for (const given of [undefined, 'my own', `${randomUUID()} {"level":60}`]) {
    await fetch(`${url}/assignments`, { headers: given ? { 'x-correlation-id': given } : {} });
    const named = String(asked.at(-1)?.['x-correlation-id']);
    expect(named).toMatch(/^[0-9a-f-]{36}$/);
    expect(namedBy(said, named)).not.toEqual([]);
    expect(given && said.includes(given)).toBeFalsy();
  }
});

it('says itself for whom it asks, whatever the browser says', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
  await fetch(`${url}/assignments`, {
    headers: { ...forged, 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'gopher' },
  });
  expect(asked[0]).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': new URL(url).host,
    'x-forwarded-proto': 'http',
  });
  expect(asked[0]).not.toHaveProperty('forwarded');
});

it('logs no address that lets somebody in, also when nobody answers behind it', async () => {
  const visit = () =>
    Promise.all(
      [
        'invitation/',
        'p/share/',
        'new-password?token=',
        'auth/sso/callback?code=',
        'lti/demo/continue?state=',
      ].map((path) =>
        fetch(`${url}/${path}${SECRET}`, {
          redirect: 'manual',
          headers: {
            cookie: `holdout.session_token=${SECRET}`,
            authorization: `Bearer ${SECRET}`,
            'x-api-key': SECRET,
          },
        }),
      ),
    );
  await visit();
  web.closeAllConnections();
  web.close();
  await lab.terminate();
  const answers = await visit();
  await untilTrue(
    () => said.split('"res":{"statusCode":502},"responseTime"').length > answers.length,
    5_000,
    () => said,
  );
  expect(said).toContain('ECONNREFUSED');
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(502));
  for (const answer of answers) {
    const told = await answer.text();
    expect(told).toContain('Try again in a minute.');
    expect(told).not.toContain('127.0.0.1');
    expect(namedBy(said, String(answer.headers.get('x-correlation-id')))).not.toEqual([]);
  }
  expect(said).toMatch(/"place":"\/invitation"/);
  expect(said.includes(SECRET)).toBe(false);
  expect(saidByApi.includes(SECRET)).toBe(false);
});
