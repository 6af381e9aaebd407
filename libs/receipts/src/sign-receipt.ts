import { envelopeText, sha256Hex, signedBytes } from '@holdout/verification';
import type { IssuerKey } from './issuer-key.js';

export interface SignedReceipt {
  /** The file: a DSSE envelope in canonical JSON. */
  envelope: string;
  /** SHA-256 of the file, hexadecimal. */
  digest: string;
}

/** Puts a statement into an envelope that its issuer signed. Ed25519 is deterministic: the same key gives the same file. */
export async function signReceipt(statement: string, key: IssuerKey): Promise<SignedReceipt> {
  const signature = key.sign(signedBytes(statement));
  const envelope = envelopeText({ statement, keyName: key.name, signature });
  return { envelope, digest: await sha256Hex(envelope) };
}
