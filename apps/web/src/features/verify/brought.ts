import { didWebAddress, FirstOf, GivenFiles, Web, type Sources } from '@holdout/verification';
import { readQrCode } from './read-qr-code';

export type Problem = { key: 'NOTHING' | 'NO_QR' | 'INSECURE' } | { key: 'NOT_FETCHED'; address: string };

/** Nothing can be verified with what the reader brought. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.key);
  }
}

/** What the reader brought: the text to verify, and where everything else comes from. */
export interface Brought {
  text: string;
  sources: Sources;
}

export interface Input {
  /** A document, or an address of one. */
  pasted: string;
  files: readonly File[];
  /** Fetch nothing. */
  isOffline: boolean;
}

/** @throws ProblemError */
export async function bring({ pasted, files, isOffline }: Input): Promise<Brought> {
  const texts: string[] = [];
  let wanted = pasted.trim();
  for (const file of files) {
    const text = file.type.startsWith('image/') ? await qrTextOf(file) : await exactText(file);
    if (wanted === '' && (isAddress(text.trim()) || looksVerifiable(text))) wanted = text;
    texts.push(text);
  }
  const given = await GivenFiles.of(texts, didWebAddress);
  const sources = isOffline ? given : new FirstOf([given, new Web()]);
  const address = addressIn(wanted.trim());
  if (address === null) {
    if (wanted === '') throw new ProblemError({ key: 'NOTHING' });
    return { text: wanted, sources };
  }
  const text = await sources.byAddress(address);
  if (text === null) throw new ProblemError({ key: 'NOT_FETCHED', address });
  return { text, sources };
}

async function qrTextOf(file: File): Promise<string> {
  const text = await readQrCode(file);
  if (text === null) throw new ProblemError({ key: 'NO_QR' });
  return text;
}

/** Every byte counts for a digest: a byte-order mark is kept. */
async function exactText(file: File): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** The address to fetch. A link to a verification page means the address inside it. Null for a document. */
export function addressIn(text: string): string | null {
  if (!isAddress(text)) return null;
  const url = new URL(text);
  return url.pathname === '/verify' ? url.searchParams.get('url') : url.href;
}

/** Among several files, the credential or receipt is verified; the others are what it points to. */
function looksVerifiable(text: string): boolean {
  return /"OpenBadgeCredential"|"payloadType"/.test(text);
}
