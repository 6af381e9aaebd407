export { FairQueue } from './fair-queue.js';
export type { Place } from './place.js';
export * from './rule.js';
export * from './waiting-time.js';
