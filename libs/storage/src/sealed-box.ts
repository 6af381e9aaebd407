import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

const PURPOSE = 'holdout sealed box 1';
const KEY_BYTES = 32;
const NONCE = Buffer.alloc(12);
const TAG_BYTES = 16;

/** A sealed box cannot be opened: it was changed, or it is for another key. */
export class SealedBoxError extends Error {
  override readonly name = 'SealedBoxError';
}

/** A key pair for one box. The public key travels as base64 of its DER form. */
export function boxKeys(): { publicKey: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey };
}

/** The public key in a text, or null if there is none. */
export function readBoxKey(text: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'x25519' ? key : null;
  } catch {
    return null;
  }
}

/**
 * Seals content for the holder of the private key (X25519, HKDF-SHA-256, AES-256-GCM). Whoever stores or carries it learns
 * nothing but its size.
 * @throws SealedBoxError if the recipient's key is not valid
 */
export function sealFor(recipientKey: string, content: Buffer): { sealed: Buffer; senderKey: string } {
  const recipient = readBoxKey(recipientKey);
  if (!recipient) throw new SealedBoxError('The key to seal for is no X25519 public key.');
  const { publicKey, privateKey } = boxKeys();
  // The sender's key pair is used for this box only and then forgotten, so a fixed nonce is never used twice.
  const cipher = createCipheriv('aes-256-gcm', sharedKey(privateKey, recipient, publicKey), NONCE);
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return { sealed, senderKey: publicKey };
}

/** @throws SealedBoxError */
export function openBox(privateKey: KeyObject, senderKey: string, sealed: Buffer): Buffer {
  const sender = readBoxKey(senderKey);
  if (!sender || sealed.length < TAG_BYTES) throw new SealedBoxError('This is no sealed box.');
  const decipher = createDecipheriv('aes-256-gcm', sharedKey(privateKey, sender, senderKey), NONCE);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new SealedBoxError('The sealed box was changed, or it is for another key.', { cause: error });
  }
}

function sharedKey(own: KeyObject, other: KeyObject, senderKey: string): Buffer {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(senderKey, 'base64'), PURPOSE, KEY_BYTES));
}
