import http from 'node:http';
import https from 'node:https';
import { BadUserInputError } from '@holdout/domain';
import { pinnedLookup } from './public-address.js';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 4 * 1024 * 1024;
/** These have no body, and `Response` insists on it. */
const WITHOUT_BODY = [204, 205, 304];
const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;

export interface Sent {
  method?: string;
  headers?: ConstructorParameters<typeof Headers>[0];
  /** A text, or what turns into one. */
  body?: string | URLSearchParams | null | undefined;
  signal?: AbortSignal | undefined;
}

export type PublicFetch = (url: string, sent?: Sent) => Promise<Response>;

export interface FetchOptions {
  /**
   * Hosts in the operator's own network that may be reached as well; over http only on this machine.
   * @default none
   */
  internalHosts?: readonly string[];
  /**
   * The largest accepted answer.
   * @default 4 MiB
   */
  mostBytes?: number;
}

/**
 * A `fetch` for addresses that a user named: only https, only to a public address that was checked and then stays the same,
 * no redirects, ten seconds at most.
 */
export function publicFetch({ internalHosts = [], mostBytes = MOST_BYTES }: FetchOptions = {}): PublicFetch {
  return async (address, { method = 'GET', headers, body, signal } = {}) => {
    const url = new URL(address);
    const isInternal = internalHosts.includes(url.host);
    if (url.protocol !== 'https:' && !(isInternal && isPlainAllowed(url)))
      throw new BadUserInputError(`${url.host} is only spoken to over https. Give an https address.`, {
        field: 'url',
      });
    const lookup = isInternal ? undefined : await pinnedLookup(url.hostname);
    const content = body == null ? null : Buffer.from(body.toString());
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const options = {
      method,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(lookup && { lookup }),
      headers: {
        'user-agent': 'holdout',
        ...Object.fromEntries(new Headers(headers)),
        ...(content && { 'content-length': content.length }),
      },
    };
    return answerOf(url, options, { content, mostBytes });
  };
}

/** Plain http is allowed on this machine, where nobody listens in. */
export const isPlainAllowed = (url: URL): boolean => url.protocol === 'http:' && LOOPBACK.test(url.hostname);

function answerOf(
  url: URL,
  options: http.RequestOptions,
  { content, mostBytes }: { content: Buffer | null; mostBytes: number },
): Promise<Response> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (incoming) => {
      readBody(incoming, mostBytes).then((body) => resolve(responseOf(incoming, body)), reject);
    });
    sent.once('error', reject);
    sent.end(content);
  });
}

async function readBody(incoming: http.IncomingMessage, mostBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      incoming.destroy();
      throw new RangeError(`The server's answer is larger than ${mostBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf(
  { statusCode = 502, headers }: http.IncomingMessage,
  body: Buffer<ArrayBuffer>,
): Response {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return new Response(WITHOUT_BODY.includes(statusCode) ? null : body, { status: statusCode, headers: kept });
}
