import http from 'node:http';
import https from 'node:https';
import { BadUserInputError } from '@holdout/domain';
import type { CustomFetch } from 'openid-client';
import { pinnedLookup } from '@holdout/outgoing';

const MOST_BYTES = 512 * 1024;
const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;

/**
 * Speaks to identity providers, whose addresses admins choose and providers' own documents name: over https, to public addresses that
 * were checked and stay the same, and without following where an answer leads.
 * @param internalHosts hosts of the operator's own network that may be spoken to as well; over http on this machine only
 */
export function providerFetch(internalHosts: readonly string[]): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    const isInternal = internalHosts.includes(url.host);
    const isSecure = url.protocol === 'https:';
    if (!isSecure && !(isInternal && isPlainAllowed(url)))
      throw new BadUserInputError(`${url.host} is not spoken to over plain http. Give an https address.`, {
        field: 'issuer',
      });
    const lookup = isInternal ? undefined : await pinnedLookup(url.hostname);
    const { request } = isSecure ? https : http;
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        method,
        headers,
        ...(lookup ? { lookup } : {}),
        ...(signal ? { signal } : {}),
      });
      sent.once('error', reject);
      sent.once('response', (response) => void answerOf(response).then(resolve, reject));
      sent.end(body === null || body === undefined ? undefined : textOf(body));
    });
  };
}

/** On this machine nobody listens in. */
export const isPlainAllowed = (url: URL): boolean => url.protocol === 'http:' && LOOPBACK.test(url.hostname);

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only forms and texts are sent to identity providers.');
}

async function answerOf(response: http.IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new RangeError(`The answer has more than ${MOST_BYTES} bytes.`);
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const { statusCode: status = 502 } = response;
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers });
}
