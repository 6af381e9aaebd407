import { createHmac } from 'node:crypto';

/**
 * The secret that an organization's splits are derived from, so that two organizations that publish the same data get
 * different splits.
 */
export function splitSecret(deploymentSecretHex: string, organizationId: string): string {
  return createHmac('sha256', Buffer.from(deploymentSecretHex, 'hex'))
    .update(`split ${organizationId}`)
    .digest('hex');
}
