import { BadUserInputError } from '@holdout/domain';

/** What the request that creates an upload states. */
export interface UploadRequest {
  /** Bytes of the whole file. */
  bytes: number;
  fileName: string;
  /** What the file is for: a submission to an assignment, an assignment of one's own, or the dataset of a draft. */
  purpose: { kind: 'submission'; assignmentSlug: string } | { kind: 'import' } | { kind: 'dataset' };
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const MAX_NAME_CHARACTERS = 200;

/** `Upload-Metadata: key base64, key base64` of the tus protocol. @throws BadUserInputError */
export function parseMetadata(header: string | undefined): Map<string, string> {
  const entries = new Map<string, string>();
  for (const pair of (header ?? '').split(',').map((part) => part.trim())) {
    if (!pair) continue;
    const [key = '', value = ''] = pair.split(' ');
    const text = Buffer.from(value, 'base64').toString('utf8');
    entries.set(key, text);
  }
  return entries;
}

/** A name to show: the last part of a path, without control characters. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, MAX_NAME_CHARACTERS) || 'archive';
}

/** @throws BadUserInputError saying what is missing */
export function readUploadRequest(headers: Headers): UploadRequest {
  const length = headers['upload-length'];
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) {
    throw new BadUserInputError(
      'State the size of the archive in bytes: Upload-Length is missing or not a number.',
      {
        field: 'Upload-Length',
      },
    );
  }
  const bytes = Number(length);
  const stated = headers['upload-metadata'];
  const metadata = parseMetadata(typeof stated === 'string' ? stated : undefined);
  const fileName = shownName(metadata.get('filename') ?? '');
  const purpose = metadata.get('purpose');
  if (bytes === 0) {
    const message =
      purpose === 'dataset'
        ? 'The file is empty (0 bytes). Choose a table that has rows.'
        : 'The archive is empty (0 bytes). Pack the project folder and try again.';
    throw new BadUserInputError(message, { field: 'Upload-Length' });
  }
  if (purpose === 'import' || purpose === 'dataset') return { bytes, fileName, purpose: { kind: purpose } };
  const assignmentSlug = metadata.get('assignment');
  if (!assignmentSlug) {
    throw new BadUserInputError(
      'Say which assignment the archive is for: Upload-Metadata has no "assignment".',
      {
        field: 'Upload-Metadata',
      },
    );
  }
  return { bytes, fileName, purpose: { kind: 'submission', assignmentSlug } };
}
