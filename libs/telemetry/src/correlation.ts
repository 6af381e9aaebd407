import { randomUUID } from 'node:crypto';

/** Carries the id of one action from the browser to every log line, run and container that comes of it. */
export const CORRELATION_HEADER = 'x-correlation-id';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a request brought along, if it is one: it comes from anyone, and goes into logs and the database. A new one otherwise. */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && UUID.test(header) ? header : randomUUID();
}
