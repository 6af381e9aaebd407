import { sizeText } from '@holdout/domain';
import { ApiError } from '../errors.js';
import { codeOf, send, type Access } from './client.js';

const CODES: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' };

/**
 * Fetch a file of the server.
 * @param what for messages: "the starter kit"
 * @throws ApiError when it is refused or larger than `maxBytes`; ConnectionError when the server cannot be reached.
 */
export async function download(
  access: Access,
  pathOrUrl: string,
  what: string,
  maxBytes: number,
): Promise<Buffer> {
  // Only the path counts: an address the server names must not carry the key elsewhere.
  const { pathname, search } = new URL(pathOrUrl, `${access.url}/`);
  const response = await send(access, `${pathname}${search}`, { method: 'GET' });
  if (!response.ok || !response.body) {
    throw new ApiError(
      `The server did not hand out ${what} (HTTP ${response.status}).`,
      codeOf(CODES[response.status]),
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maxBytes)
      throw new ApiError(`${what} is larger than ${sizeText(maxBytes)}.`, 'BAD_USER_INPUT');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
