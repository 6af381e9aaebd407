import { NotFoundError, type ArtifactKind } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface NewArtifact {
  name: string;
  kind: ArtifactKind;
  isHidden: boolean;
  digest: string;
  bytes: number;
}

/** Blocks deleting files with these digests until the transaction ends. Locks are always taken in the same order. */
export async function holdArtifacts(tx: Tx, digests: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT hold_artifact(digest)
    FROM (SELECT DISTINCT unnest(${[...digests]}::text[]) AS digest ORDER BY 1) AS each_once`;
}

export async function recordArtifacts(
  tx: Tx,
  { organizationId, runId }: { organizationId: string; runId: string },
  artifacts: readonly NewArtifact[],
): Promise<void> {
  const rows = artifacts.map((artifact) => ({ id: newId(), organizationId, runId, ...artifact }));
  await tx.runArtifact.createMany({ data: rows });
}

/** In the order of their names. @param withHidden also those made from hidden rows */
export function artifactsOf(tx: Tx, runId: string, { withHidden }: { withHidden: boolean }) {
  return tx.runArtifact.findMany({
    where: { runId, ...(withHidden ? {} : { isHidden: false }) },
    orderBy: { name: 'asc' },
  });
}

/** @throws NotFoundError */
export async function artifactById(tx: Tx, runId: string, id: string) {
  const artifact = await tx.runArtifact.findFirst({ where: { id: checkedId(id, 'The file'), runId } });
  if (!artifact) throw new NotFoundError('The file');
  return artifact;
}

/** Records that the retention policy deletes these files. Returns the number of files and of bytes. */
export async function expireArtifacts(tx: Tx, ids: readonly string[], at: Date) {
  const where = { id: { in: [...ids] }, deletedAt: null };
  const { _sum } = await tx.runArtifact.aggregate({ where, _sum: { bytes: true } });
  const { count } = await tx.runArtifact.updateMany({ where, data: { deletedAt: at } });
  return { count, bytes: _sum.bytes ?? 0 };
}
