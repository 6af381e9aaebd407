/** Whether a tier with a command of its own runs. `npm test` has others of its cases, and has to end within 20 minutes. */
export const isLongTier = Boolean(process.env['LONG_TIER']);

/** A case that only such a tier runs. */
export const onlyInLongTier: (...of: Parameters<typeof it>) => void = isLongTier ? it : () => undefined;

/**
 * What a worker with few runs is told. Containers that wait serve the runs to come, and importing the libraries of each takes
 * a second of a core: a worker that lives for a run or two would make them for nothing. The tiers keep them.
 */
export const forFewRuns: Readonly<Record<string, string>> = isLongTier ? {} : { SANDBOX_POOL_BYTES: '0' };
