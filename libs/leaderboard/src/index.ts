export * from './bands.js';
export * from './ladder.js';
export * from './paired.js';
