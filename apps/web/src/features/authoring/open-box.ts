const PURPOSE = 'holdout sealed box 1';
const encoder = new TextEncoder();

export interface BoxKeys {
  /** As the API takes it: SPKI, base64. */
  publicKey: string;
  open: (senderKey: string, sealed: BufferSource) => Promise<ArrayBuffer>;
}

/** Browsers have no cryptography on pages that were not opened over HTTPS or on this machine. */
export const hasBoxes = () => globalThis.isSecureContext;

/** A key pair for one box: what is sealed for it is opened here and nowhere else. See `sealed-box` of `@holdout/storage`. */
export async function boxKeys(): Promise<BoxKeys> {
  const own = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const publicKey = toBase64(await crypto.subtle.exportKey('spki', own.publicKey));
  return { publicKey, open: (senderKey, sealed) => openBox(own.privateKey, senderKey, sealed) };
}

async function openBox(own: CryptoKey, senderKey: string, sealed: BufferSource): Promise<ArrayBuffer> {
  const sender = fromBase64(senderKey);
  const theirs = await crypto.subtle.importKey('spki', sender, 'X25519', false, []);
  const secret = await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: sender, info: encoder.encode(PURPOSE) };
  const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const cipher = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, shared, cipher, false, ['decrypt']);
  // The key pair seals this one box and is forgotten, so that a fixed nonce is used once.
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, sealed);
}

const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
