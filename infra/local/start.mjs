/** `npm start`. */
import { isNodeRecent } from './node-version.mjs';

if (isNodeRecent()) import('./set-up.mjs');
