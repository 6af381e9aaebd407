import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type CryptoKey, type JWK } from 'jose';

/** The only one that every platform knows. */
export const ALGORITHM = 'RS256';

/** What we sign with towards platforms. */
export interface ToolKey {
  id: string;
  privateKey: CryptoKey;
}

/** A new key of an organization: the public half as platforms read it, the private one as text to be sealed. */
export async function makeToolKey(id: string): Promise<{ publicJwk: JWK; privateText: string }> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: 'sig' };
  return { publicJwk, privateText: await exportPKCS8(privateKey) };
}

export async function openToolKey(id: string, privateText: string): Promise<ToolKey> {
  return { id, privateKey: await importPKCS8(privateText, ALGORITHM) };
}
