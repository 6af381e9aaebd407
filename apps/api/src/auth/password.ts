import { Algorithm, hash, verify } from '@node-rs/argon2';
import { verifyPassword as verifyScrypt } from 'better-auth/crypto';

/** Argon2id at 19 MiB and two passes: the least that OWASP's password storage guide accepts. */
const COST = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19 * 1024,
  timeCost: 2,
  parallelism: 1,
};

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Also takes the auth library's own scrypt hashes, which a seed or an import may have written. */
export async function verifyPassword({
  hash: stored,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  return stored.startsWith('$argon2') ? verify(stored, password) : verifyScrypt({ hash: stored, password });
}
