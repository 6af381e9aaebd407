import { createHash, randomBytes } from 'node:crypto';

/** The secret part of an invitation's link: 256 bits, shown once. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** How long an invitation stays open. */
export const VALID_FOR_MS = 14 * 24 * 60 * 60 * 1000;

/** Where an invited person goes. */
export const invitationLink = (publicUrl: string, token: string): string =>
  new URL(`/invitation/${token}`, publicUrl).href;
