import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { seal, unseal } from './sealing.js';

/** How many people's keys are kept in memory; each takes some hundred bytes. */
const MOST_KEYS = 20_000;
/** How many names are kept in memory: a search reads those of a whole organization. Each takes some hundred bytes. */
const MOST_NAMES = 20_000;
const LONGEST_NAME_BYTES = 256;
/** How long a key or a name stays in memory, even after the key was deleted in the database. */
const KEPT_MS = 10 * 60_000;

/**
 * Personal fields, each encrypted under a key of its user. That key is stored encrypted under one derived from the
 * deployment's secret. Deleting it erases the person's fields in every table, and in every backup made afterwards.
 */
export class PersonalData {
  private readonly wrappingKey: KeyObject;
  private readonly hashKey: Buffer;
  /** Keyed by user and wrapped key, so that nothing opens unless the database provides the wrapped key. */
  private readonly keys = new LRUCache<string, KeyObject>({ max: MOST_KEYS, ttl: KEPT_MS });

  /** Keyed by user, wrapped key and encrypted bytes, so that nothing is told unless the database provides all three. */
  private readonly names = new LRUCache<string, string>({ max: MOST_NAMES, ttl: KEPT_MS });

  /** @param deploymentSecret 32 bytes in hex. @throws RangeError for another length. */
  constructor(deploymentSecret: string) {
    const secret = Buffer.from(deploymentSecret, 'hex');
    if (secret.length !== 32) throw new RangeError('The deployment secret must be 32 bytes in hex.');
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'holdout', purpose, 32));
    this.wrappingKey = createSecretKey(derive('personal-data'));
    this.hashKey = derive('email-hash');
  }

  /** Creates a key for a user, encrypted for storage. */
  newWrappedKey(userId: string): Buffer {
    return seal(this.wrappingKey, randomBytes(32), userId);
  }

  encrypt(userId: string, wrappedKey: Uint8Array, text: string): Buffer {
    return seal(this.unwrap(userId, wrappedKey), Buffer.from(text, 'utf8'), userId);
  }

  /** @throws Error when the bytes were changed or belong to someone else. */
  decrypt(userId: string, wrappedKey: Uint8Array, sealed: Uint8Array): string {
    const name =
      sealed.length <= LONGEST_NAME_BYTES ? `${keyName(userId, wrappedKey)} ${base64(sealed)}` : null;
    const known = name === null ? undefined : this.names.get(name);
    if (known !== undefined) return known;
    const text = unseal(this.unwrap(userId, wrappedKey), sealed, userId).toString('utf8');
    if (name !== null) this.names.set(name, text);
    return text;
  }

  /** Keyed hash of an address, to find an invitation without storing whom it is for. */
  emailHash(email: string): string {
    return createHmac('sha256', this.hashKey).update(email.trim().toLowerCase()).digest('hex');
  }

  private unwrap(userId: string, wrappedKey: Uint8Array): KeyObject {
    const name = keyName(userId, wrappedKey);
    const known = this.keys.get(name);
    if (known) return known;
    const key = createSecretKey(unseal(this.wrappingKey, wrappedKey, userId));
    this.keys.set(name, key);
    return key;
  }
}

const base64 = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length).toString('base64');
const keyName = (userId: string, wrappedKey: Uint8Array) => `${userId} ${base64(wrappedKey)}`;
