import { z } from 'zod';

const levelsJson = z
  .array(z.object({ points: z.number(), label: z.string(), description: z.string() }))
  .nullable();

/** The levels of a manual criterion, in the order of its rubric. */
export function levelsOf(criterion: { levels: unknown }) {
  return levelsJson.parse(criterion.levels) ?? [];
}
