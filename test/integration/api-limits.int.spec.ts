import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { ApiLab, PUBLIC_URL } from '../support/api-lab.js';

const MOST_REQUESTS = 120;
const MOST_SOCKETS = 50;
const MOST_SUBSCRIPTIONS = 20;
const LEFT = 10;
const UNREAD = 'subscription { unreadNotifications }';

let lab: ApiLab;
const opened: WebSocket[] = [];
beforeAll(async () => {
  lab = await ApiLab.start({ env: { GRAPHQL_REQUESTS_PER_MINUTE: String(MOST_REQUESTS) } });
}, 60_000);
afterAll(async () => {
  for (const socket of opened) socket.terminate();
  await lab?.stop();
});

interface Message {
  type: string;
  id?: string;
  payload?: { extensions?: { code: string } }[];
}

/** A socket that began as somebody: with its acknowledgement, or the code that it was closed with. */
async function begun(cookie: string, url = lab.url): Promise<{ socket: WebSocket; end: 'ready' | number }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie, origin: PUBLIC_URL },
  });
  opened.push(socket);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  const end = await Promise.race([once(socket, 'message').then(() => 'ready' as const), closed]);
  return { socket, end };
}

const statuses = async (count: number, ask: () => Promise<Response>): Promise<Set<number>> => {
  const seen = new Set<number>();
  for (let asked = 0; asked < count; asked += 1) {
    const response = await ask();
    await response.body?.cancel();
    seen.add(response.status);
  }
  return seen;
};

it('a person has only so many sockets, and another one when one is closed', async () => {
  const cookie = await lab.signIn('ta@demo.holdout');
  const all = await Promise.all(Array.from({ length: MOST_SOCKETS + 3 }, () => begun(cookie)));
  expect(all.filter(({ end }) => end === 'ready')).toHaveLength(MOST_SOCKETS);
  // "Try again later": clients do so by themselves.
  expect(all.filter(({ end }) => end === 1013)).toHaveLength(3);
  expect((await begun(await lab.signIn('student@demo.holdout'))).end).toBe('ready');
  const first = all.find(({ end }) => end === 'ready')!.socket;
  first.close();
  await once(first, 'close');
  expect((await begun(cookie)).end).toBe('ready');
});

it('a socket carries only so many subscriptions at once', async () => {
  const { socket } = await begun(await lab.signIn('student@demo.holdout'));
  const refused = Promise.withResolvers<string>();
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: { message: string }[] };
    if (type === 'error') refused.resolve(payload?.[0]?.message ?? '');
  });
  for (let id = 0; id <= MOST_SUBSCRIPTIONS; id += 1)
    socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: UNREAD } }));
  expect(await refused.promise).toMatch(/A socket carries 20 subscriptions at most/);
});

it('a person begins only so many subscriptions within a minute, however soon they end', async () => {
  const { socket } = await begun(await lab.signIn('admin@demo.holdout'));
  const codes: string[] = [];
  const answered = Promise.withResolvers<void>();
  socket.on('message', (data) => {
    const { type, id, payload } = JSON.parse(String(data)) as Message;
    if (type !== 'error' || !id?.startsWith('left-')) return;
    if (codes.push(payload?.[0]?.extensions?.code ?? 'none') === LEFT) answered.resolve();
  });
  for (let id = 0; id < MOST_REQUESTS + 10; id += 1) {
    socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: UNREAD } }));
    socket.send(JSON.stringify({ id: String(id), type: 'complete' }));
  }
  // What is completed at once is told of nothing, and ends when it may: these are left, and begin too many whatever is open still.
  for (let id = 0; id < LEFT; id += 1)
    socket.send(JSON.stringify({ id: `left-${id}`, type: 'subscribe', payload: { query: UNREAD } }));
  await answered.promise;
  expect(codes).toEqual(Array(LEFT).fill('RATE_LIMITED'));
});

it('a person asks for only so much of anything else within a minute, while others go on', async () => {
  const cookie = await lab.signIn('instructor@demo.holdout');
  const file = (headers: Record<string, string>) => fetch(`${lab.url}/files/audit`, { headers });
  expect([...(await statuses(MOST_REQUESTS + 1, () => file({ cookie })))]).toEqual([403, 429]);
  const refused = await fetch(`${lab.url}/uploads`, { method: 'POST', headers: { cookie } });
  expect(await refused.json()).toMatchObject({ error: { code: 'RATE_LIMITED', limit: MOST_REQUESTS } });
  await expect(begun(cookie)).rejects.toThrow('429');
  // Nor is the connection kept on which a socket was refused.
  const handshake = connect(Number(new URL(lab.url).port), '127.0.0.1').resume();
  handshake.write(
    `GET /graphql HTTP/1.1\r\nhost: api\r\ncookie: ${cookie}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
  );
  await once(handshake, 'end', { signal: AbortSignal.timeout(5_000) });
  expect((await file({ cookie: await lab.signIn('manager@demo.holdout') })).status).toBe(403);
  // Whoever looks after it may ask as often as they like.
  expect([...(await statuses(MOST_REQUESTS + 1, () => fetch(`${lab.url}/health/live`)))]).toEqual([200]);
});

it('sends cookies over TLS alone where the deployment has it, and tells browsers to stay there', async () => {
  const origin = 'https://holdout.test';
  const url = await lab.another({ PUBLIC_URL: origin });
  const response = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'student@demo.holdout', password: 'holdout-demo' }),
  });
  expect(response.status).toBe(200);
  const cookies = response.headers.getSetCookie();
  expect(cookies).toHaveLength(1);
  for (const flag of [
    /^__Secure-holdout\.session_token=/,
    /; Secure/,
    /; HttpOnly/,
    /; SameSite=Lax/,
    /; Path=\//,
  ])
    expect(cookies[0]).toMatch(flag);
  expect(response.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  // A page that came without TLS is another site.
  const plain = { 'content-type': 'application/json', origin: 'http://holdout.test' };
  expect((await fetch(`${url}/graphql`, { method: 'POST', headers: plain, body: '{}' })).status).toBe(403);
});

describe('where a request has a second to arrive', () => {
  let url: string;
  beforeAll(async () => {
    url = await lab.another({ REQUEST_TIMEOUT_SECONDS: '1' });
  });

  /** Sends pieces of a request one after the other; answers what came back until the connection ended, and after how long. */
  async function sent(pieces: Iterable<string>, pauseMs: number): Promise<{ answer: string; ms: number }> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    // What is sent after the end is refused.
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const began = Date.now();
    for (const piece of pieces) {
      if (socket.closed) break;
      socket.write(piece);
      await Promise.race([sleep(pauseMs), closed]);
    }
    await closed;
    return { answer, ms: Date.now() - began };
  }
  const headOf = (route: string, lines: string[]) =>
    [`${route} HTTP/1.1`, 'host: api', 'connection: close', ...lines, '', ''].join('\r\n');
  function* drops(head: string, drop: string) {
    yield head;
    for (let sent = 0; sent < 200; sent += 1) yield drop;
  }

  const json = 'content-type: application/json';
  it.each([
    ['a query', headOf('POST /graphql', [json, 'content-length: 1000']), ' '],
    ['what has no length', headOf('POST /graphql', [json, 'transfer-encoding: chunked']), '1\r\n \r\n'],
    ['headers', headOf('POST /graphql', [json]).slice(0, -2), 'x-more: 1\r\n'],
  ])('cuts off %s, drop by drop', async (_what, head, drop) => {
    const { ms, answer } = await sent(drops(head, drop), 50);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(ms).toBeLessThan(5_000);
  });

  it('waits for one that is slow and in time', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const head = headOf('POST /graphql', [
      'content-type: application/json',
      `content-length: ${body.length}`,
    ]);
    const { answer } = await sent([head + body.slice(0, 5), body.slice(5)], 300);
    expect(answer).toMatch(/^HTTP\/1.1 200/);
  });
});
