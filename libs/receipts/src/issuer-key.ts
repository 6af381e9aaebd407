import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { fromJwk, type KeyPair } from '@digitalbazaar/ed25519-multikey';
import { keyName } from '@holdout/verification';
import { z } from 'zod';

const IV_BYTES = 12;
const TAG_BYTES = 16;

const jwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
type Jwk = z.infer<typeof jwk>;

/** The stored key cannot be opened: another secret, or changed bytes. */
export class IssuerKeySealedError extends Error {
  override readonly name = 'IssuerKeySealedError';
  constructor(keyId: string, options?: ErrorOptions) {
    super(
      `Issuer key ${keyId} cannot be opened. ISSUER_KEY_SECRET must be the one it was stored with; restore it from the backup.`,
      options,
    );
  }
}

/** Signs as an organization. */
export class IssuerKey {
  private constructor(
    readonly id: string,
    /** The issuer's did. */
    readonly issuer: string,
    private readonly privateKey: KeyObject,
    private readonly pair: KeyPair,
  ) {}

  static async of(id: string, issuer: string, secret: Jwk): Promise<IssuerKey> {
    const name = keyName(issuer, id);
    const pair = await fromJwk({ jwk: secret, secretKey: true, id: name, controller: issuer });
    return new IssuerKey(id, issuer, createPrivateKey({ key: secret, format: 'jwk' }), pair);
  }

  /** Where its public half is found in the issuer's document. */
  get name(): string {
    return keyName(this.issuer, this.id);
  }

  sign(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return new Uint8Array(sign(null, bytes, this.privateKey));
  }

  /** In the form that Data Integrity wants. */
  signer(): object {
    return this.pair.signer();
  }
}

export interface StoredKey {
  id: string;
  organizationId: string;
  encryptedPrivateKey: Uint8Array;
}

/**
 * Private keys at rest, encrypted under a key of which only the process that signs knows the secret. A key is bound to its
 * organization: put into another one's row, it does not open.
 */
export class IssuerKeySafe {
  private readonly key: Buffer;

  /** @param secret 32 bytes in hex. @throws RangeError for another length */
  constructor(secret: string) {
    const bytes = Buffer.from(secret, 'hex');
    if (bytes.length !== 32) throw new RangeError('The issuer key secret must be 32 bytes in hex.');
    this.key = Buffer.from(hkdfSync('sha256', bytes, 'holdout', 'issuer-keys', 32));
  }

  /** A new Ed25519 key, ready to be stored. */
  async make(
    id: string,
    organizationId: string,
  ): Promise<{ publicKeyMultibase: string; encryptedPrivateKey: Uint8Array<ArrayBuffer> }> {
    const secret = jwk.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
    const { publicKeyMultibase } = await fromJwk({ jwk: secret });
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(boundTo({ id, organizationId }));
    const body = Buffer.concat([cipher.update(JSON.stringify(secret)), cipher.final()]);
    const encryptedPrivateKey = new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]));
    return { publicKeyMultibase, encryptedPrivateKey };
  }

  /** @throws IssuerKeySealedError */
  open(stored: StoredKey, issuer: string): Promise<IssuerKey> {
    return IssuerKey.of(stored.id, issuer, this.unseal(stored));
  }

  private unseal({ encryptedPrivateKey, ...names }: StoredKey): Jwk {
    const bytes = Buffer.from(encryptedPrivateKey);
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES))
      .setAAD(boundTo(names))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    try {
      return jwk.parse(JSON.parse(Buffer.concat([body, decipher.final()]).toString('utf8')));
    } catch (error) {
      throw new IssuerKeySealedError(names.id, { cause: error });
    }
  }
}

const boundTo = ({ id, organizationId }: { id: string; organizationId: string }) =>
  Buffer.from(`${organizationId} ${id}`);
