import { BadUserInputError } from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';
import type { QuotaInput } from './quotas.types.js';

const LIMITS = {
  runsPerDay: 10_000,
  cpuSeconds: 2_000_000_000,
  gpuSeconds: 2_000_000_000,
  storageBytes: Number.MAX_SAFE_INTEGER,
  parallelRuns: 1_000,
} as const satisfies Partial<Record<keyof QuotaInput, number>>;
const LONGEST_REASON = 500;

type LimitName = keyof typeof LIMITS;

/** What a quota says, checked. @throws BadUserInputError */
export function checkedQuota(
  input: QuotaInput,
  now: Date,
): Record<LimitName, number | null> & { reason: string } {
  const names = Object.keys(LIMITS) as LimitName[];
  const values = Object.fromEntries(names.map((name) => [name, checkedLimit(name, input[name])]));
  if (Object.values(values).every((value) => value === null)) {
    throw new BadUserInputError('Give at least one limit: a quota that limits nothing does nothing.', {
      field: 'runsPerDay',
    });
  }
  const reason = checkedText(input.reason, {
    field: 'reason',
    limit: LONGEST_REASON,
    message: `A reason has ${LONGEST_REASON} characters at most.`,
  });
  if (input.expiresAt && input.expiresAt <= now) {
    throw new BadUserInputError('A quota has to end in the future. Leave the end out if it should stay.', {
      field: 'expiresAt',
    });
  }
  return { ...(values as Record<LimitName, number | null>), reason };
}

function checkedLimit(name: LimitName, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const limit = LIMITS[name];
  const least = name === 'parallelRuns' ? 1 : 0;
  if (!Number.isInteger(value) || value < least || value > limit) {
    throw new BadUserInputError(
      `"${name}" is ${value}; it may be a whole number from ${least} to ${limit}.`,
      {
        field: name,
        limit,
      },
    );
  }
  return value;
}
