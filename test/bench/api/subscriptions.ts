import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import WebSocket from 'ws';
import { AUTH_SECRET, PUBLIC_URL, type ApiLab } from '../../support/api-lab.js';
import { documentIdNamed } from '../../support/built-documents.js';
import { randomOf } from '../../support/random.js';
import { quantile } from '../quantile.js';

/** People with a page open, each of whom is told of notifications over a socket of their own. */
const OPEN = 5_000;
const OPENED_AT_ONCE = 50;
const EVENTS = 1_000;
const EVENTS_PER_S = 50;
/** An event that nobody heard of by then is lost. */
const PATIENCE_MS = 30_000;
const SUBSCRIBE = JSON.stringify({
  id: '1',
  type: 'subscribe',
  payload: { query: '', extensions: { documentId: documentIdNamed('UnreadNotifications') } },
});

interface Person {
  organizationId: string;
  userId: string;
  cookie: string;
}

/** A socket that is open, and whoever waits for what it says next. */
interface Listener {
  person: Person;
  socket: WebSocket;
  heard: (() => void)[];
}

/** From a notification's statement being sent to its person's client having heard of it, while 5,000 listen. */
export async function subscriptions(lab: ApiLab): Promise<Record<string, number>> {
  const client = new pg.Client(lab.test.adminUrl);
  await client.connect();
  const before = memoryOf(lab.pid);
  const listeners: Listener[] = [];
  try {
    const people = await signedIn(client);
    for (let from = 0; from < OPEN; from += OPENED_AT_ONCE)
      listeners.push(
        ...(await Promise.all(
          Array.from({ length: OPENED_AT_ONCE }, (_, index) =>
            listen(lab.url, people[(from + index) % people.length] as Person),
          ),
        )),
      );
    const open = memoryOf(lab.pid);
    const ms = await events(client, listeners);
    return {
      subscriptions_open: listeners.length,
      subscriptions_event_p50_ms: quantile(ms, 0.5),
      subscriptions_event_p95_ms: quantile(ms, 0.95),
      subscriptions_event_max_ms: quantile(ms, 1),
      subscriptions_memory_kb_each: (open - before) / listeners.length,
    };
  } finally {
    for (const { socket } of listeners) socket.terminate();
    await client.end();
  }
}

/** Students of any organization, each with a session as the auth library would have made it. */
async function signedIn(client: pg.Client): Promise<Person[]> {
  const { rows } = await client.query<Omit<Person, 'cookie'> & { token: string }>(
    `WITH people AS (
       SELECT m.user_id, min(m.organization_id::text)::uuid AS organization_id FROM memberships m
       WHERE m.role = 'STUDENT' GROUP BY m.user_id ORDER BY m.user_id LIMIT ${OPEN}
     ), users AS (
       INSERT INTO auth."user" (id, name, email, "emailVerified")
       SELECT user_id, 'Student', user_id || '@bench.holdout', true FROM people ON CONFLICT DO NOTHING
     )
     SELECT organization_id::text AS "organizationId", user_id::text AS "userId", md5(user_id::text) AS token FROM people`,
  );
  await client.query(
    `INSERT INTO auth."session" ("userId", "token", "expiresAt", "updatedAt")
     SELECT * FROM unnest($1::uuid[], $2::text[]), (SELECT now() + interval '1 day', now()) AS times
     ON CONFLICT DO NOTHING`,
    [rows.map(({ userId }) => userId), rows.map(({ token }) => token)],
  );
  return rows.map(({ token, ...person }) => ({
    ...person,
    cookie: `holdout.session_token=${signed(token)}`,
  }));
}

function signed(token: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', AUTH_SECRET).update(token).digest('base64')}`);
}

/** Resolves when the server has said how things are now. */
function listen(url: string, person: Person): Promise<Listener> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: person.cookie, origin: PUBLIC_URL },
  });
  return new Promise((opened, failed) => {
    const listener: Listener = { person, socket, heard: [() => opened(listener)] };
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('error', failed);
    socket.on('close', (code) => failed(new Error(`A socket was closed: ${code}.`)));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as {
        type: string;
        payload?: { errors?: unknown };
      };
      if (type === 'connection_ack') socket.send(SUBSCRIBE);
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'error' || payload?.errors) failed(new Error(data.toString()));
      if (type === 'next') for (const tell of listener.heard.splice(0)) tell();
    });
  });
}

/** At their times, whether those before were heard of or not: how long each took. @throws when one is lost */
async function events(client: pg.Client, listeners: readonly Listener[]): Promise<number[]> {
  const random = randomOf(11);
  const heard: Promise<number>[] = [];
  for (let index = 0; index < EVENTS; index += 1) {
    const { person, heard: waiting } = listeners[Math.floor(random() * listeners.length)] as Listener;
    const start = performance.now();
    heard.push(
      new Promise((resolve, reject) => {
        const lost = setTimeout(() => reject(new Error('An event was lost.')), PATIENCE_MS);
        waiting.push(() => {
          clearTimeout(lost);
          resolve(performance.now() - start);
        });
      }),
    );
    await client.query(
      `INSERT INTO notifications (organization_id, user_id, kind) VALUES ($1, $2, 'CONTACTED')`,
      [person.organizationId, person.userId],
    );
    await new Promise((resolve) => setTimeout(resolve, 1000 / EVENTS_PER_S));
  }
  return Promise.all(heard);
}

/** Kilobytes of memory that a process holds. */
function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
