import { from as keyPairFrom } from '@digitalbazaar/ed25519-multikey';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { base64, fromBase64, utf8 } from './digest.js';
import type { IssuerKeyEntry } from './issuer-document.js';
import { parsed } from './sources.js';

/** The kind of statement in the envelope. */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const envelope = z.strictObject({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.string(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string() })).length(1),
});

/** A signed receipt: a DSSE envelope around an in-toto Statement. */
export interface Envelope {
  statement: string;
  /** Full name of the key, its issuer's name before the `#`. */
  keyName: string;
  signature: Uint8Array<ArrayBuffer>;
}

/** What is signed: DSSE's pre-authentication encoding. It binds the payload to its type. */
export function signedBytes(statement: string): Uint8Array<ArrayBuffer> {
  const body = utf8(statement);
  const head = utf8(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${body.length} `);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** The file: canonical JSON (RFC 8785), so that the same receipt is the same bytes. */
export function envelopeText({ statement, keyName, signature }: Envelope): string {
  const text = canonicalize({
    payloadType: PAYLOAD_TYPE,
    payload: base64(utf8(statement)),
    signatures: [{ keyid: keyName, sig: base64(signature) }],
  });
  if (text === undefined) throw new TypeError('The envelope has no JSON form.');
  return text;
}

/** Null when the text is no signed receipt. */
export function readEnvelope(text: string): Envelope | null {
  const { data } = envelope.safeParse(parsed(text));
  const payload = data && fromBase64(data.payload);
  const [first] = data?.signatures ?? [];
  const signature = first && fromBase64(first.sig);
  if (!payload || !first || !signature) return null;
  return { statement: new TextDecoder().decode(payload), keyName: first.keyid, signature };
}

export async function isSignedBy(key: IssuerKeyEntry, { statement, signature }: Envelope): Promise<boolean> {
  const { id, type, controller, publicKeyMultibase } = key;
  const pair = await keyPairFrom({ id, type, controller, publicKeyMultibase });
  return pair.verifier().verify({ data: signedBytes(statement), signature });
}
