/** What a quota limits. RUNS, CPU and GPU are of a day (UTC); STORAGE and PARALLEL of any moment. */
export const QUOTA_KINDS = ['RUNS', 'CPU', 'GPU', 'STORAGE', 'PARALLEL'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** Whom a quota holds for: the organization as a whole, each student of a cohort, one student. */
export const QUOTA_SCOPES = ['ORGANIZATION', 'COHORT', 'STUDENT'] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];

export interface QuotaState {
  what: QuotaKind;
  /** Runs, resource-seconds or bytes. */
  limit: number;
  used: number;
}

/** What one more run needs of a quota. */
export interface QuotaNeed {
  resource: 'CPU' | 'GPU';
  bytes: number;
}

/** The first quota that one more run would break; null while it may be handed in. What runs at once only waits. */
export function brokenQuota(states: readonly QuotaState[], need: QuotaNeed): QuotaState | null {
  return states.find((state) => isBroken(state, need)) ?? null;
}

function isBroken({ what, limit, used }: QuotaState, { resource, bytes }: QuotaNeed): boolean {
  switch (what) {
    case 'RUNS':
      return used + 1 > limit;
    case 'CPU':
    case 'GPU':
      return what === resource && used >= limit;
    case 'STORAGE':
      return used + bytes > limit;
    case 'PARALLEL':
      return false;
  }
}
