import * as artifacts from './artifacts.js';
import * as authoring from './authoring.js';
import * as documents from './documents.js';
import * as reproductions from './reproductions.js';
import * as run from './run.js';

/** Each under its name. */
export const ALL_OPERATIONS = Object.entries({
  ...documents,
  ...run,
  ...authoring,
  ...reproductions,
  ...artifacts,
});
