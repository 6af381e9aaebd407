export { clustersOf } from './clusters.js';
export { compareWorks, type Work } from './compare-works.js';
export { comparison, match, type Comparison, type Match } from './comparison.js';
export type { ComparisonRequest } from './comparison-request.js';
export { WINNOWING } from './fingerprints.js';
export { sourceCode, type SourceFile } from './source-code.js';
