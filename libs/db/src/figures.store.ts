import { figureIdsIn, NotFoundError, type FigureType, type KeptFigure } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface NewFigure {
  organizationId: string;
  digest: string;
  mediaType: FigureType;
  bytes: number;
  /** Null if it was shipped with the deployment. */
  uploadedBy: string | null;
}

/** Stores a picture. If the organization already has the same picture, that one is returned. */
export async function keepFigure(tx: Tx, figure: NewFigure): Promise<{ id: string }> {
  await tx.figure.createMany({ data: { id: newId(), ...figure }, skipDuplicates: true });
  const { organizationId, digest } = figure;
  return tx.figure.findUniqueOrThrow({
    where: { organizationId_digest: { organizationId, digest } },
    select: { id: true },
  });
}

export function figuresKept(tx: Tx): Promise<number> {
  return tx.figure.count();
}

/** The stored figures of the organization that a text shows. */
export async function figuresIn(tx: Tx, text: string): Promise<KeptFigure[]> {
  const ids = figureIdsIn(text);
  if (ids.length === 0) return [];
  const select = { id: true, digest: true, mediaType: true } as const;
  const rows = await tx.figure.findMany({ where: { id: { in: ids } }, select });
  return rows.map((row) => ({ ...row, mediaType: row.mediaType as FigureType }));
}

/** @throws NotFoundError */
export async function figureById(tx: Tx, id: string) {
  const figure = await tx.figure.findUnique({ where: { id: checkedId(id, 'The figure') } });
  if (!figure) throw new NotFoundError('The figure');
  return figure;
}
