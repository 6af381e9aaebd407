export * from './correlation.js';
export * from './logged-error.js';
export * from './metrics.js';
export * from './operations-server.js';
export * from './printed.js';
export * from './spans.js';
export * from './tracing.js';
