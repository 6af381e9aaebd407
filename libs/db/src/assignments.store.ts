import { NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { checkedId } from './ids.js';
import { newestRubric } from './rubrics.store.js';

/** All that the page of a version shows. The definition holds more than students may see: pick from it. */
export const versionDetails = {
  dataset: { include: { splits: { orderBy: { name: 'asc' } } } },
  grader: true,
  calibration: true,
  ...newestRubric,
} satisfies Prisma.AssignmentVersionInclude;

/** Assignments of a track in the order of its stages. */
export function assignmentsOfTrack(tx: Tx, trackId: string) {
  return tx.assignment.findMany({
    where: { stage: { trackId } },
    include: { stage: true },
    orderBy: [{ stage: { position: 'asc' } }, { position: 'asc' }],
  });
}

/** @throws NotFoundError */
export async function assignmentBySlug(tx: Tx, slug: string) {
  const assignment = await tx.assignment.findFirst({ where: { slug }, include: { stage: true } });
  if (!assignment) throw new NotFoundError(`The assignment "${slug}"`);
  return assignment;
}

export async function hasAssignment(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.assignment.count({ where: { slug } })) > 0;
}

export function assignmentsByIds(tx: Tx, ids: readonly string[]) {
  return tx.assignment.findMany({ where: { id: { in: [...ids] } }, include: { stage: true } });
}

/** The newest published version; null before the first. */
export function latestVersion(tx: Tx, assignmentId: string) {
  return tx.assignmentVersion.findFirst({
    where: { assignmentId, publishedAt: { not: null } },
    include: versionDetails,
    orderBy: { version: 'desc' },
  });
}

/** Newest published versions by assignment id: for lists. */
export async function latestVersions(tx: Tx, assignmentIds: readonly string[]) {
  const versions = await tx.assignmentVersion.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, publishedAt: { not: null } },
    include: versionDetails,
    distinct: ['assignmentId'],
    orderBy: [{ assignmentId: 'asc' }, { version: 'desc' }],
  });
  return new Map(versions.map((version) => [version.assignmentId, version]));
}

/** Which of these assignments were published. */
export async function publishedAmong(tx: Tx, assignmentIds: readonly string[]): Promise<Set<string>> {
  const versions = await tx.assignmentVersion.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, publishedAt: { not: null } },
    distinct: ['assignmentId'],
    select: { assignmentId: true },
  });
  return new Set(versions.map(({ assignmentId }) => assignmentId));
}

/** @throws NotFoundError when it does not exist or was never published. */
export async function publishedVersion(tx: Tx, versionId: string) {
  const version = await tx.assignmentVersion.findFirst({
    where: { id: checkedId(versionId, 'The assignment version'), publishedAt: { not: null } },
    include: { ...versionDetails, assignment: { include: { stage: true } } },
  });
  if (!version) throw new NotFoundError('The assignment version');
  return version;
}

/** Anchors in force: this deployment's own once measured, the shipped ones until then. */
export function anchorsInForce(version: {
  shippedAnchors: unknown;
  calibration: { status: string; anchors: unknown } | null;
}): { anchors: unknown; source: 'MEASURED' | 'SHIPPED' } {
  return version.calibration?.status === 'MEASURED' && version.calibration.anchors
    ? { anchors: version.calibration.anchors, source: 'MEASURED' }
    : { anchors: version.shippedAnchors, source: 'SHIPPED' };
}

/** Definitions by version id. */
export async function definitionsOf(tx: Tx, versionIds: readonly string[]) {
  const rows = await tx.assignmentVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, definition: true },
  });
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}
