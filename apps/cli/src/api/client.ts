import { ERROR_CODES, type ErrorCode } from '@holdout/domain';
import { z } from 'zod';
import { ApiError, ConnectionError } from '../errors.js';
import type { Operation } from './operation.js';

/** Who is asking, as request headers. */
export interface Access {
  /** Without a trailing slash. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const REQUEST_TIMEOUT_MS = 60_000;

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({ code: z.string().optional(), correlationId: z.string().optional() })
          .optional(),
      }),
    )
    .optional(),
});

/** Access with an API key. */
export function withKey({
  url,
  apiKey,
  organization,
}: {
  url: string;
  apiKey: string;
  organization: string | undefined;
}): Access {
  return {
    url,
    headers: { 'x-api-key': apiKey, ...(organization ? { 'x-holdout-organization': organization } : {}) },
  };
}

/**
 * Ask the server one thing.
 * @throws ApiError when it says no; ConnectionError when it cannot be reached or does not speak our language.
 */
export async function request<V extends Record<string, unknown>, R>(
  access: Access,
  { document, result }: Operation<V, R>,
  variables: V,
): Promise<R> {
  const response = await send(access, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-holdout-csrf': '1' },
    body: JSON.stringify({ query: document, variables }),
  });
  const text = await response.text();
  const parsed = answer.safeParse(jsonOf(text));
  if (!parsed.success) throw notHoldout(access.url, response.status);
  const error = parsed.data.errors?.[0];
  if (error)
    throw new ApiError(error.message, codeOf(error.extensions?.code), error.extensions?.correlationId);
  const data = result.safeParse(parsed.data.data);
  if (!data.success) {
    const issue = data.error.issues[0];
    throw new ConnectionError(
      `${access.url} answered in a form this program does not know (${issue?.path.join('.')}: ${issue?.message}). Use the holdout of the same version as the server.`,
    );
  }
  return data.data;
}

/**
 * Send one HTTP request below the server's address.
 * @throws ConnectionError when no answer comes.
 */
export async function send(access: Access, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(access.headers)) headers.set(name, value);
  try {
    return await fetch(new URL(path, `${access.url}/`), {
      ...init,
      headers,
      // A redirect could carry the key to another host.
      redirect: 'error',
      signal: init.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  } catch (error) {
    throw unreachable(access.url, error);
  }
}

/** The error for a server that does not answer. */
export function unreachable(url: string, cause: unknown): ConnectionError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const detail = inner instanceof Error ? inner.message || inner.name : String(inner);
  const error = new ConnectionError(
    `No Holdout server answers at ${url} (${detail}). Start it with npm start, or choose another with holdout login.`,
  );
  error.cause = cause;
  return error;
}

export function notHoldout(url: string, status: number): ConnectionError {
  return new ConnectionError(
    status >= 500
      ? `The server at ${url} answers with HTTP ${status}. It may still be starting: try again in a minute.`
      : `What answers at ${url} is not a Holdout server (HTTP ${status}). Check the address.`,
  );
}

export function codeOf(code: string | undefined): ErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'INTERNAL';
}

/** The text as JSON; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
