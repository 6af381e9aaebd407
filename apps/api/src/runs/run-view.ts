import type { runById } from '@holdout/db';
import { PHASE_NAMES } from '@holdout/domain';
import { z } from 'zod';
import type { RunErrorDetailType, RunPhaseType } from './runs.types.js';

export type RunRow = Awaited<ReturnType<typeof runById>>;

const absent = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const errorDetail = z.object({
  phase: z.enum(PHASE_NAMES),
  file: absent,
  line: z
    .int()
    .nullish()
    .transform((line) => line ?? null),
  rule: absent,
});

/** Seconds since the program began, processor seconds until then, bytes of memory then. */
const sample = z
  .tuple([z.number(), z.number(), z.number()])
  .transform(([seconds, cpuSeconds, memoryBytes]) => ({ seconds, cpuSeconds, memoryBytes }));

const usage = z.object({
  wallMs: z.number().optional(),
  maxRssBytes: z.number().optional(),
  userSeconds: z.number().optional(),
  systemSeconds: z.number().optional(),
  samples: z.array(sample).optional(),
});

/** The place of a student error; null if nothing points to one. */
export function toErrorDetail(json: unknown): RunErrorDetailType | null {
  return errorDetail.nullish().catch(null).parse(json) ?? null;
}

export function toPhase(phase: RunRow['phases'][number]): RunPhaseType {
  const used = usage.nullish().catch(null).parse(phase.usage);
  return {
    id: phase.id,
    name: phase.name,
    label: phase.label,
    status: phase.status,
    attempt: phase.attempt,
    position: phase.position,
    limitSeconds: phase.limitSeconds,
    startedAt: phase.startedAt,
    endedAt: phase.endedAt,
    wallMs: used?.wallMs ?? null,
    cpuSeconds: used?.userSeconds === undefined ? null : used.userSeconds + (used.systemSeconds ?? 0),
    maxRssBytes: used?.maxRssBytes ?? null,
    samples: used?.samples ?? [],
  };
}
