import { NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';

/** The track of the viewer's cohort; the organization's oldest one for everybody else. @throws NotFoundError */
export async function trackFor(tx: Tx, userId: string) {
  const enrollment = await tx.enrollment.findFirst({
    where: { userId, withdrawnAt: null, cohort: { archivedAt: null } },
    include: { cohort: true },
    orderBy: { createdAt: 'desc' },
  });
  const track = await tx.track.findFirst({
    where: enrollment ? { id: enrollment.cohort.trackId } : {},
    include: { diagrams: { orderBy: { position: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  });
  if (!track) throw new NotFoundError('A track');
  return track;
}

export function stagesOf(tx: Tx, trackId: string) {
  return tx.stage.findMany({ where: { trackId }, orderBy: { position: 'asc' } });
}

/** @throws NotFoundError */
export async function stageBySlug(tx: Tx, trackId: string, slug: string) {
  const stage = await tx.stage.findUnique({ where: { trackId_slug: { trackId, slug } } });
  if (!stage) throw new NotFoundError(`The stage "${slug}"`);
  return stage;
}

export function stagesByIds(tx: Tx, ids: readonly string[]) {
  return tx.stage.findMany({ where: { id: { in: [...ids] } } });
}

/** Published lessons of stages, without their text. */
export function lessonSummaries(tx: Tx, stageIds: readonly string[]) {
  return tx.lesson.findMany({
    where: { stageId: { in: [...stageIds] }, publishedAt: { not: null } },
    omit: { body: true },
    orderBy: [{ stageId: 'asc' }, { position: 'asc' }],
  });
}

/** @throws NotFoundError */
export async function lessonBySlug(tx: Tx, stageId: string, slug: string) {
  const lesson = await tx.lesson.findFirst({
    where: { stageId, slug, publishedAt: { not: null } },
    include: { stage: true },
  });
  if (!lesson) throw new NotFoundError(`The lesson "${slug}"`);
  return lesson;
}
