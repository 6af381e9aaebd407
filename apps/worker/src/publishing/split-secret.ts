import { createHmac } from 'node:crypto';

/** What an organization's splits derive from: two organizations that publish the same data get different splits. */
export function splitSecret(deploymentSecretHex: string, organizationId: string): string {
  return createHmac('sha256', Buffer.from(deploymentSecretHex, 'hex'))
    .update(`split ${organizationId}`)
    .digest('hex');
}
