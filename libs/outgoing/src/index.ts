export { pinnedLookup, pinnedTo } from './public-address.js';
export { publicFetch, type PublicFetch } from './public-fetch.js';
