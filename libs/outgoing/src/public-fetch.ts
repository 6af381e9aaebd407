import http from 'node:http';
import https from 'node:https';
import { BadUserInputError } from '@holdout/domain';
import { pinnedLookup, pinnedTo } from './public-address.js';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 4 * 1024 * 1024;
/** These have no body, and `Response` insists on it. */
const WITHOUT_BODY = [204, 205, 304];

export interface Sent {
  method?: string;
  headers?: ConstructorParameters<typeof Headers>[0];
  /** A text, or what turns into one. */
  body?: string | URLSearchParams | null | undefined;
}

export type PublicFetch = (url: string, sent?: Sent) => Promise<Response>;

/**
 * A `fetch` for addresses that somebody named: https to an address of the public internet that was checked and stays the same, no
 * redirects, ten seconds and four MiB at most.
 * @param testHost a host such as localhost:8080 that tests may reach over http besides
 */
export function publicFetch(testHost?: string): PublicFetch {
  return async (address, { method = 'GET', headers, body } = {}) => {
    const url = new URL(address);
    const isOwn = url.host === testHost;
    if (!isOwn && url.protocol !== 'https:')
      throw new BadUserInputError(`${url.host} is only spoken to over https. Give an https address.`, {
        field: 'url',
      });
    const lookup = isOwn ? pinnedTo('127.0.0.1', 4) : await pinnedLookup(url.hostname);
    const content = body == null ? null : Buffer.from(body.toString());
    const options = {
      ...{ method, lookup, signal: AbortSignal.timeout(TIMEOUT_MS) },
      headers: {
        'user-agent': 'holdout',
        ...Object.fromEntries(new Headers(headers)),
        ...(content && { 'content-length': content.length }),
      },
    };
    return answerOf(url, options, content);
  };
}

function answerOf(url: URL, options: http.RequestOptions, content: Buffer | null): Promise<Response> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (incoming) => {
      readBody(incoming).then((body) => resolve(responseOf(incoming, body)), reject);
    });
    sent.once('error', reject);
    sent.end(content);
  });
}

async function readBody(incoming: http.IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      incoming.destroy();
      throw new BadUserInputError(`The server's answer is larger than ${MOST_BYTES} bytes.`, {
        limit: MOST_BYTES,
      });
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
