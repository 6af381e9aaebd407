import { Upload } from 'tus-js-client';
import { answerMessage } from '@/lib/answer-message';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

export interface Transfer {
  /** Stop sending; what arrived stays on the server. */
  pause(): void;
  /** Ask the server how much it has, and carry on from there. */
  resume(): void;
}

interface Listeners {
  onProgress(sent: number, total: number): void;
  /** `uploadId` names what arrived, for the submit mutation. */
  onDone(uploadId: string): void;
  onFailed(failure: UploadFailure): void;
}

export interface UploadFailure {
  /** HTTP status, or null when the server was not reached. */
  readonly status: number | null;
  /** What the server said, written for people; empty when it was not reached. */
  readonly message: string;
}

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Send an archive or a dataset in resumable pieces. An upload of the same file that was cut off earlier is continued. */
export async function startUpload(
  archive: File,
  purpose: { assignment: string } | { purpose: 'dataset' | 'import' },
  listeners: Listeners,
): Promise<Transfer> {
  const organization = organizationIn(document.cookie);
  const upload = new Upload(archive, {
    endpoint: '/uploads',
    chunkSize: CHUNK_BYTES,
    metadata: { filename: archive.name, ...purpose },
    headers: { 'x-holdout-csrf': '1', ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}) },
    retryDelays: [0, 1000, 3000, 5000, 10_000],
    removeFingerprintOnSuccess: true,
    // A packed folder is a new File each time, so its content has to name it, not its time of change.
    fingerprint: async () => `holdout-${Object.values(purpose).join('-')}-${await contentDigest(archive)}`,
    onProgress: listeners.onProgress,
    onSuccess: () => listeners.onDone(upload.url?.split('/').filter(Boolean).at(-1) ?? ''),
    onError: (error) => {
      const response = 'originalResponse' in error ? error.originalResponse : null;
      listeners.onFailed({
        status: response?.getStatus() ?? null,
        message: response ? answerMessage(response.getBody()) : '',
      });
    },
  });
  const previous = await upload.findPreviousUploads();
  if (previous[0]) upload.resumeFromPreviousUpload(previous[0]);
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
  };
}

async function contentDigest(file: File): Promise<string> {
  // Digests need a secure context; elsewhere name, size and time have to do.
  if (!globalThis.isSecureContext) return `${file.name}-${file.size}-${file.lastModified}`;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
