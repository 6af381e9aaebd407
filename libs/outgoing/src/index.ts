export { pinnedLookup, pinnedTo } from './public-address.js';
export { isPlainAllowed, publicFetch, type PublicFetch } from './public-fetch.js';
