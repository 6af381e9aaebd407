import type { Access } from './route-access.js';

/** Who may say where an organization's people sign in; whoever is not signed in yet asks where that is. */
export const SINGLE_SIGN_ON_ACCESS: Record<string, Access> = {
  signInOrganization: 'public',
  signInOrganizations: 'public',
  singleSignOn: ['ADMIN'],
  setSingleSignOn: ['ADMIN'],
  removeSingleSignOn: ['ADMIN'],
  addEmailDomain: ['ADMIN'],
  proveEmailDomain: ['ADMIN'],
  removeEmailDomain: ['ADMIN'],
};
