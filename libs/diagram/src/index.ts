export * from './diagram-key.js';
export * from './drawing.js';
export * from './grade-drawing.js';
export * from './graph.js';
export * from './loops.js';
