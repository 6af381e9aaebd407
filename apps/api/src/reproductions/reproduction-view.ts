import type { reproductionsOf } from '@holdout/db';
import { NOTHING_COMPARED, reproductionComparison } from '@holdout/domain';
import type { ReproductionType } from './reproductions.types.js';

export type ReproductionRow = Awaited<ReturnType<typeof reproductionsOf>>[number];

/**
 * A reproduction as its reader may see it. Only staff see the numbers: random code is scored on hidden rows again each time,
 * and a student who read those scores would learn more about the rows than their attempts allow.
 */
export function toReproduction(
  row: ReproductionRow,
  reader: { userId: string; isStaff: boolean },
  requestedBy: string | null,
): ReproductionType {
  const { id, originalRunId, runId, verdict, createdAt, finishedAt } = row;
  const { measures, ...rest } = row.comparison
    ? reproductionComparison.parse(row.comparison)
    : NOTHING_COMPARED;
  return {
    id,
    originalRunId,
    runId,
    verdict,
    createdAt,
    finishedAt,
    requestedBy,
    ...rest,
    isRunVisible: reader.isStaff || row.requestedById === reader.userId,
    measures: measures.map(({ name, label, unit, agreement, original, reproduced, tolerance }) => ({
      name,
      label,
      unit,
      agreement,
      ...(reader.isStaff
        ? { original: original.value, reproduced: reproduced?.value ?? null, tolerance }
        : { original: null, reproduced: null, tolerance: null }),
    })),
  };
}
