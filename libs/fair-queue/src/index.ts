export * from './fair-order.js';
export * from './waiting-time.js';
