import { randomUUID } from 'node:crypto';

/** Carries the id of an action from the browser to every log line, run and container that follows from it. */
export const CORRELATION_HEADER = 'x-correlation-id';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The id that a request brought, if it is a valid one, because anyone can send it and it ends up in logs and the database.
 * Otherwise a new id.
 */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && UUID.test(header) ? header : randomUUID();
}
