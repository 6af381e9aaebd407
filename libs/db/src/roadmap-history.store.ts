import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson } from './json.js';

/** Versioned content besides lessons: a stage or a concept diagram, by its id. */
export type Subject = { stageId: string } | { diagramId: string };

/** Who writes it, and where. */
export interface Written {
  organizationId: string;
  /** Null if it was shipped with the platform. */
  by: string | null;
  now: Date;
}

/** What a list of authors says of the draft and the newest version. */
export const draftAndNewest = {
  draft: { select: { revision: true, content: true } },
  versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
} as const;

/** Locks a track until the transaction ends, and with it the order of its stages and diagrams. */
export async function lockTrack(tx: Tx, trackId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM tracks WHERE id = ${trackId}::uuid FOR UPDATE`;
}

const byDraft = (subject: Subject) => ('stageId' in subject ? { stageId: subject.stageId } : subject);

export function roadmapDraftOf(tx: Tx, subject: Subject) {
  return tx.roadmapDraft.findUnique({ where: byDraft(subject) });
}

/** The newest hundred versions, newest first. */
export function roadmapVersions(tx: Tx, subject: Subject) {
  return tx.roadmapVersion.findMany({ where: subject, orderBy: { version: 'desc' }, take: 100 });
}

export function newestRoadmapVersion(tx: Tx, subject: Subject) {
  return tx.roadmapVersion.findFirst({ where: subject, orderBy: { version: 'desc' } });
}

/** @throws NotFoundError */
export async function roadmapVersion(tx: Tx, subject: Subject, version: number) {
  const found = await tx.roadmapVersion.findFirst({ where: { ...subject, version } });
  if (!found) throw new NotFoundError(`Version ${version}`);
  return found;
}

/** Replaces the draft that the author began from. The stage or diagram must be locked. */
export async function saveRoadmapDraft(
  tx: Tx,
  subject: Subject,
  content: object,
  { organizationId, by, now }: Written & { by: string },
): Promise<void> {
  const draft = await roadmapDraftOf(tx, subject);
  const fields = {
    content: toJson(content),
    revision: (draft?.revision ?? 0) + 1,
    savedBy: by,
    savedAt: now,
  };
  await tx.roadmapDraft.upsert({
    where: byDraft(subject),
    create: { id: newId(), organizationId, ...subject, ...fields },
    update: fields,
  });
}

export async function discardRoadmapDraft(tx: Tx, subject: Subject): Promise<void> {
  await tx.roadmapDraft.deleteMany({ where: subject });
}

/** Adds the next version. Returns its number. */
export async function addRoadmapVersion(
  tx: Tx,
  subject: Subject,
  content: object,
  { organizationId, by, now, note = '' }: Written & { note?: string },
): Promise<number> {
  const version = ((await newestRoadmapVersion(tx, subject))?.version ?? 0) + 1;
  await tx.roadmapVersion.create({
    data: {
      id: newId(),
      organizationId,
      ...subject,
      version,
      content: toJson(content),
      note,
      publishedBy: by,
      publishedAt: now,
    },
  });
  return version;
}

/** @throws ConflictError when the draft is another than the one that the author looked at */
export function refuseOtherRevision(
  draft: { revision: number } | null,
  revision: number,
  advice: string,
): void {
  if ((draft?.revision ?? 0) !== revision)
    throw new ConflictError(`The draft was changed since you opened it. ${advice}`, { field: 'basis' });
}
