import { createHash, randomBytes } from 'node:crypto';

/** A secret that is handed out once: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash that is stored instead of the token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
