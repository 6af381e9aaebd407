import type { Access } from './route-access.js';

/** Who may see and change who is in an organization, and who is invited. */
export const PEOPLE_ACCESS: Record<string, Access> = {
  memberships: ['INSTRUCTOR', 'ADMIN'],
  removeMembership: ['ADMIN'],
  changeRole: ['ADMIN'],
  enrollStudent: ['ADMIN'],
  invitations: ['ADMIN'],
  invite: ['ADMIN'],
  sendInvitation: ['ADMIN'],
  revokeInvitation: ['ADMIN'],
  rosterImports: ['ADMIN'],
  rosterUndo: ['ADMIN'],
  undoRosterImport: ['ADMIN'],
};
