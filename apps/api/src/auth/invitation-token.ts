import { createHash, randomBytes } from 'node:crypto';

/** The secret part of an invitation's link: 256 bits, shown once. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
