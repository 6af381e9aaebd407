import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { BatchingConnection } from './statement-batch.js';

/** Whom a transaction speaks for. */
export interface TenantContext {
  organizationId: string;
  /** Null where no person acts: the worker. */
  userId: string | null;
  /** The database refuses whatever would change something, and nobody waits for the end. @default false */
  isReadOnly?: boolean;
  /** The request that the transaction is part of; a run that it makes remembers it. */
  origin?: Origin;
}

/** Names a request in logs, and in a trace where there is one. */
export interface Origin {
  /** A UUID. */
  correlationId: string;
  /** As W3C's trace context writes it. */
  traceParent: string | null;
}

/** A transaction that is being opened: whom it speaks for, and the connection that it is opened on. */
export interface Opening {
  context: TenantContext;
  connection: BatchingConnection | null;
}

/** A transaction of Prisma's that is none of its own, but part of the one that is open on this connection. */
export interface Joining {
  joins: pg.Client;
}

/** Read where the transaction begins. Prisma opens it, and hands nothing of ours on. */
export const opening = new AsyncLocalStorage<Opening | Joining | null>();

/** Local to the transaction: a pooled connection never keeps a tenant. */
export const SPEAK_FOR = `SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true),
  set_config('app.correlation_id', $3, true), set_config('app.trace_parent', $4, true)`;

/**
 * The same for what pages read. The server would weigh for each request whether to plan a statement anew for its values, and then
 * take longer to plan than to answer; plans of these statements are as good for any. So whatever an index has in its condition is
 * written into the statement, and not filled in.
 */
export const SPEAK_FOR_READING = `${SPEAK_FOR}, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Values of both. */
export function spokenFor({ organizationId, userId, origin }: TenantContext): string[] {
  return [organizationId, userId ?? '', origin?.correlationId ?? '', origin?.traceParent ?? ''];
}
