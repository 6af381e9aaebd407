import type { Tx } from './database.js';
import { newId } from './ids.js';

export interface ProviderSettings {
  organizationId: string;
  issuer: string;
  clientId: string;
  /** Sealed. */
  clientSecret: Uint8Array<ArrayBuffer>;
  joinsAsStudent: boolean;
}

/** The organization's provider; null where there is none. */
export function identityProviderOf(tx: Tx, organizationId: string) {
  return tx.identityProvider.findUnique({ where: { organizationId } });
}

/**
 * Another issuer or client is treated as a new provider with an id of its own: it does not know the accounts that the
 * previous one knew.
 */
export async function setIdentityProvider(tx: Tx, { clientSecret, ...settings }: ProviderSettings) {
  const { organizationId, issuer, clientId, joinsAsStudent } = settings;
  const changed = { clientSecret, joinsAsStudent, updatedAt: new Date() };
  const { count } = await tx.identityProvider.updateMany({
    where: { organizationId, issuer, clientId },
    data: changed,
  });
  if (count > 0) return;
  await tx.identityProvider.deleteMany({ where: { organizationId } });
  await tx.identityProvider.create({ data: { id: newId(), ...settings, clientSecret } });
}

export async function removeIdentityProvider(tx: Tx, organizationId: string): Promise<void> {
  await tx.identityProvider.deleteMany({ where: { organizationId } });
}
