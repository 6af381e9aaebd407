import { createClient, type Client } from 'graphql-ws';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import type { z } from 'zod';
import { ApiError, ConnectionError, type CliError } from '../errors.js';
import type { Access } from './client.js';
import { codeOf, unreachable } from './client.js';
import type { Operation } from './operation.js';

/** About five minutes: long enough for a restart of the server, after which the work goes on. */
const RECONNECT_ATTEMPTS = 40;
const RECONNECT_MAX_MS = 10_000;

interface Sink<R> {
  next(result: R): void;
  end(error?: CliError): void;
}

/** One subscription; answers what ends it. */
export function subscribe<V extends Record<string, unknown>, R>(
  client: Client,
  access: Access,
  { document, result }: Operation<V, R>,
  variables: V,
  sink: Sink<R>,
): () => void {
  return client.subscribe<Record<string, unknown>>(
    { query: document, variables },
    {
      next: ({ data, errors }) => {
        if (errors?.[0]) return sink.end(apiError(errors[0]));
        const parsed: z.ZodSafeParseResult<R> = result.safeParse(data);
        if (parsed.success) return sink.next(parsed.data);
        const issue = parsed.error.issues[0];
        sink.end(
          new ConnectionError(
            `The server sent an event this program does not know (${issue?.path.join('.')}: ${issue?.message}).`,
          ),
        );
      },
      error: (cause) => sink.end(failureOf(access.url, cause)),
      complete: () => sink.end(),
    },
  );
}

/** A socket that comes back by itself. @param disconnected told when the connection was lost and is being tried again */
export function connect(access: Access, disconnected: () => void): Client {
  const { 'x-api-key': apiKey, 'x-holdout-organization': organization } = access.headers;
  class KeyedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: access.headers });
    }
  }
  return createClient({
    url: `${access.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: KeyedSocket,
    connectionParams: { apiKey, ...(organization ? { organization } : {}) },
    keepAlive: 20_000,
    retryAttempts: RECONNECT_ATTEMPTS,
    retryWait: (retries) => sleep(Math.min(RECONNECT_MAX_MS, 250 * 2 ** retries)),
    // Refused keys close with 44xx, which the library never retries; anything else is worth another try.
    shouldRetry: () => true,
    on: {
      closed: (event) => {
        if (!isCleanClose(event)) disconnected();
      },
    },
  });
}

function isCleanClose(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'code' in event && event.code === 1000;
}

function failureOf(url: string, cause: unknown): CliError {
  if (Array.isArray(cause) && cause[0] instanceof GraphQLError) return apiError(cause[0]);
  if (typeof cause === 'object' && cause !== null && 'code' in cause && 'reason' in cause) {
    const isRefusal = cause.code === 4401 || cause.code === 4403;
    if (isRefusal)
      return new ApiError(
        `The server refused the connection: ${String(cause.reason)}. Sign in again with holdout login.`,
        'UNAUTHENTICATED',
      );
    return unreachable(
      url,
      new Error(`connection closed, ${String(cause.code)} ${String(cause.reason)}`.trim()),
    );
  }
  return unreachable(url, cause);
}

function apiError(error: GraphQLFormattedError): ApiError {
  const { code, correlationId } = error.extensions ?? {};
  return new ApiError(
    error.message,
    codeOf(String(code)),
    typeof correlationId === 'string' ? correlationId : undefined,
  );
}
