import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { BatchingConnection } from './statement-batch.js';

/** The organization and person that a transaction acts for. */
export interface TenantContext {
  organizationId: string;
  /** Null if no person acts: the worker. */
  userId: string | null;
  /**
   * The database refuses any change, and the response does not wait for the transaction's end.
   * @default false
   */
  isReadOnly?: boolean;
  /** The request that the transaction belongs to; stored with the runs that it creates. */
  origin?: Origin;
}

/** Identifies a request in logs and, if there is one, in a trace. */
export interface Origin {
  /** A UUID. */
  correlationId: string;
  /** As W3C's trace context writes it. */
  traceParent: string | null;
}

/** A transaction that is being opened: whom it acts for, and its connection. */
export interface Opening {
  context: TenantContext;
  connection: BatchingConnection | null;
}

/** A Prisma transaction that is not a real one, but part of the transaction already open on this connection. */
export interface Joining {
  joins: pg.Client;
}

/** Passed through AsyncLocalStorage because Prisma opens the transaction and does not pass our own values on. */
export const opening = new AsyncLocalStorage<Opening | Joining | null>();

/** Local to the transaction, so that a pooled connection never keeps a tenant. */
export const SPEAK_FOR = `SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true),
  set_config('app.correlation_id', $3, true), set_config('app.trace_parent', $4, true)`;

/**
 * The same for reading pages. Otherwise the server would consider planning each statement again for its values, which
 * takes longer than running it; generic plans of these statements are just as good. That is why conditions that an
 * index has are written into the statements instead of passed as parameters.
 */
export const SPEAK_FOR_READING = `${SPEAK_FOR}, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Parameter values for both. */
export function spokenFor({ organizationId, userId, origin }: TenantContext): string[] {
  return [organizationId, userId ?? '', origin?.correlationId ?? '', origin?.traceParent ?? ''];
}
