/** `npm test`. */
import { isNodeRecent } from './node-version.mjs';

if (isNodeRecent()) import('./run-suites.mjs');
