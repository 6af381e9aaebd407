/** Whether a tier with a command of its own runs. `npm test` has others of its cases, and has to end within 20 minutes. */
export const isLongTier = Boolean(process.env['LONG_TIER']);

/** A case that only such a tier runs. */
export const onlyInLongTier: (...of: Parameters<typeof it>) => void = isLongTier ? it : () => undefined;
