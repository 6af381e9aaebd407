/** Cases of a tier with a command of its own. `npm test` has others of their kind, and has to end within 20 minutes. */
export const isLongTier = Boolean(process.env['LONG_TIER']);
