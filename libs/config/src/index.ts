export * from './admin.config.js';
export * from './api.config.js';
export { contentPlaceOf, vaultPlaceOf } from './content.js';
export { ConfigError } from './load.js';
export * from './web.config.js';
export * from './worker.config.js';
