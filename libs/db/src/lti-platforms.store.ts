import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import type { LtiPlatform } from './generated/client.js';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';

export type { LtiPlatform };

export interface NewLtiPlatform {
  organizationId: string;
  name: string;
  issuer: string;
  clientId: string;
  deploymentId: string;
  authorizationUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  admitsPeople: boolean;
  highestRole: Role;
}

const MOST_PLATFORMS = 50;
/** What a key signs is valid for minutes, but platforms cache our keys for hours. */
const LTI_KEYS = { publishedHours: 24, changes: 5 } as const;
const HOUR_MS = 3_600_000;

/** The registered platforms, in the order of registration. */
export function ltiPlatforms(tx: Tx): Promise<LtiPlatform[]> {
  return tx.ltiPlatform.findMany({
    where: { removedAt: null },
    orderBy: { createdAt: 'asc' },
    take: MOST_PLATFORMS,
  });
}

/** @throws ConflictError when it is registered already, or there are too many */
export async function registerLtiPlatform(tx: Tx, platform: NewLtiPlatform): Promise<LtiPlatform> {
  const known = await ltiPlatforms(tx);
  if (known.length >= MOST_PLATFORMS)
    throw new ConflictError(`${MOST_PLATFORMS} platforms are registered. Remove one that is not used.`, {
      limit: MOST_PLATFORMS,
    });
  const { issuer, clientId, deploymentId } = platform;
  const same = known.some(
    (other) => other.issuer === issuer && other.clientId === clientId && other.deploymentId === deploymentId,
  );
  if (same)
    throw new ConflictError('A platform with this issuer, client and deployment is registered already.', {
      field: 'deploymentId',
    });
  return tx.ltiPlatform.create({ data: { id: newId(), ...platform } });
}

/** @throws NotFoundError */
export async function ltiPlatformById(tx: Tx, platformId: string): Promise<LtiPlatform> {
  const id = checkedId(platformId, 'The platform');
  const platform = await tx.ltiPlatform.findFirst({ where: { id, removedAt: null } });
  if (!platform) throw new NotFoundError('The platform');
  return platform;
}

/** From now on launches are refused. Known people and links stay on record. */
export async function removeLtiPlatform(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.ltiPlatform.update({ where: { id }, data: { removedAt: now } });
}

export function setLtiAdmission(
  tx: Tx,
  { id, ...rules }: { id: string; admitsPeople: boolean; highestRole: Role },
): Promise<LtiPlatform> {
  return tx.ltiPlatform.update({ where: { id }, data: rules });
}

/** The organization's signing key; null before it registered its first platform. */
export function ltiKey(tx: Tx) {
  return tx.ltiKey.findFirst({ where: { retiredAt: null } });
}

/** The signing key, and earlier ones whose signatures platforms may still have to check, newest first. */
export function publishedLtiKeys(tx: Tx, now: Date) {
  const since = new Date(now.getTime() - LTI_KEYS.publishedHours * HOUR_MS);
  return tx.ltiKey.findMany({
    where: { OR: [{ retiredAt: null }, { retiredAt: { gt: since } }] },
    orderBy: { createdAt: 'desc' },
  });
}

/**
 * From now on another key signs.
 * @throws ConflictError when too many were changed recently
 */
export async function retireLtiKey(tx: Tx, now: Date): Promise<void> {
  const { length } = await publishedLtiKeys(tx, now);
  if (length > LTI_KEYS.changes)
    throw new ConflictError(
      `The key was changed ${LTI_KEYS.changes} times within ${LTI_KEYS.publishedHours} hours. Wait until the oldest is no longer published.`,
      { limit: LTI_KEYS.changes },
    );
  await tx.ltiKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: now } });
}

export async function addLtiKey(
  tx: Tx,
  {
    publicJwk,
    ...key
  }: { id: string; organizationId: string; publicJwk: object; sealedPrivateKey: Buffer<ArrayBuffer> },
): Promise<void> {
  await tx.ltiKey.createMany({ data: [{ ...key, publicJwk: toJson(publicJwk) }], skipDuplicates: true });
}
