import { createHash } from 'node:crypto';
import { DetailedError, Upload } from 'tus-js-client';
import { z } from 'zod';
import { ApiError, ConnectionError, InterruptedError, type CliError } from '../errors.js';
import { codeOf, jsonOf, unreachable, type Access } from './client.js';
import type { UploadMemory } from './upload-memory.js';

const CHUNK_BYTES = 4 * 1024 * 1024;
const RETRY_MS = [0, 500, 1000, 3000, 5000];

export interface Archive {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What the server is to do with an archive: take a submission to an assignment, or an assignment. */
export type UploadPurpose = { assignment: string } | { purpose: 'import' };

/**
 * Send an archive; an upload of the same bytes that was broken off goes on where it stopped.
 * @param progress is called with sent and total bytes
 * @returns the upload's id, to be named in what uses it
 * @throws ApiError when the server refuses it, ConnectionError when it cannot be reached,
 * InterruptedError on abort.
 */
export async function uploadArchive(
  access: Access,
  { fileName, bytes }: Archive,
  purpose: UploadPurpose,
  memory: UploadMemory,
  progress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const done = Promise.withResolvers<void>();
  const upload = new Upload(bytes, {
    endpoint: `${access.url}/uploads`,
    headers: { ...access.headers, 'x-holdout-csrf': '1' },
    metadata: { filename: fileName, ...purpose },
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    urlStorage: memory,
    // The same bytes for the same place: only then is the rest of a broken upload the rest of this one.
    fingerprint: () => Promise.resolve(`${access.url} ${Object.values(purpose).join(' ')} ${digest}`),
    removeFingerprintOnSuccess: true,
    onProgress: progress,
    onSuccess: () => done.resolve(),
    onError: (error) => done.reject(failureOf(access.url, error, upload.url !== null)),
  });
  const earlier = (await upload.findPreviousUploads()).find((previous) =>
    previous.uploadUrl?.startsWith(`${access.url}/`),
  );
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  const stop = () => {
    done.reject(
      new InterruptedError('The upload was broken off. The same command goes on where it stopped.'),
    );
    void upload.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  else upload.start();
  await done.promise.finally(() => signal.removeEventListener('abort', stop));
  const id = new URL(upload.url ?? '', access.url).pathname.split('/').at(-1);
  if (!id)
    throw new ConnectionError(
      'The server took the upload without naming it. Check that it is a Holdout server.',
    );
  return id;
}

const refusal = z.object({
  message: z.string().optional(),
  code: z.string().optional(),
  error: z.object({ message: z.string(), code: z.string().optional() }).optional(),
});

/** @param isBegun whether the server holds a part that the next try can go on with */
function failureOf(url: string, error: Error, isBegun: boolean): CliError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) {
    if (isBegun)
      return new ConnectionError(
        `The connection to ${url} broke during the upload. The same command goes on where it stopped.`,
      );
    return unreachable(url, error instanceof DetailedError ? (error.causingError ?? error) : error);
  }
  const body = response.getBody().trim();
  const known = refusal.safeParse(jsonOf(body));
  const inner = known.success ? (known.data.error ?? known.data) : undefined;
  const status = response.getStatus();
  const message = inner?.message ?? (body.startsWith('<') ? '' : body.slice(0, 500));
  return new ApiError(
    message || `The upload was refused (HTTP ${status}).`,
    inner?.code ? codeOf(inner.code) : codeOfStatus(status),
  );
}

function codeOfStatus(status: number): ApiError['code'] {
  const codes: Record<number, ApiError['code']> = {
    401: 'UNAUTHENTICATED',
    403: 'FORBIDDEN',
    404: 'NOT_FOUND',
    409: 'CONFLICT',
    429: 'RATE_LIMITED',
  };
  return codes[status] ?? (status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL');
}
