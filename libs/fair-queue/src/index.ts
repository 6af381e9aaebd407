export { FairQueue } from './fair-queue.js';
export { Heap } from './heap.js';
export type { Place } from './place.js';
export * from './rule.js';
export * from './waiting-time.js';
