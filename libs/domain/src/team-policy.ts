import { z } from 'zod';

export const TEAM_LIMITS = { size: 8, name: 40 } as const;

const stated = z.object({
  attempts: z.object({ maxTeamSize: z.int().min(1).max(TEAM_LIMITS.size).default(1) }),
});

/** How many students may work on an assignment as one team: 1, each alone, where its version says nothing. */
export function maxTeamSizeOf(definition: unknown): number {
  return stated.parse(definition).attempts.maxTeamSize;
}
