import type { stagesOf } from '@holdout/db';
import type { StageType } from './stages.types.js';

export type StageRow = Awaited<ReturnType<typeof stagesOf>>[number];

/** A stage with the id of its track. */
export type StageView = StageType & { trackId: string };

export const toStage = (row: StageRow): StageView => ({
  id: row.id,
  trackId: row.trackId,
  slug: row.slug,
  position: row.position,
  title: row.title,
  goal: row.goal,
  unlocks: row.unlocks,
  skills: row.skills,
  passesNeeded: row.passesNeeded,
});
