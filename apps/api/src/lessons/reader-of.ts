import { isStaff, type Member } from '../operation/viewer.js';

/**
 * The reader whose version of a lesson is shown. People who also teach or administer read the newest version, as its authors
 * do.
 */
export function readerOf(viewer: Member): string | null {
  return viewer.roles.has('STUDENT') && !isStaff(viewer) ? viewer.userId : null;
}
