import { isStaff, type Member } from '../operation/viewer.js';

/** Whose version of a lesson is shown. Whoever also teaches or administers reads the newest, as its authors do. */
export function readerOf(viewer: Member): string | null {
  return viewer.roles.has('STUDENT') && !isStaff(viewer) ? viewer.userId : null;
}
