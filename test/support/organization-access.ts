import type { Access } from './route-access.js';

/** What operators do with organizations. Whoever is none is told so, whatever they name. */
export const CHECKED_BY_OPERATORS = [
  'organizations',
  'createOrganization',
  'changeOrganization',
  'inviteAdministrator',
  'archiveOrganization',
];

/** Who may make, settle and archive organizations and cohorts. */
export const ORGANIZATION_ACCESS: Record<string, Access> = {
  ...Object.fromEntries(CHECKED_BY_OPERATORS.map((name) => [name, 'operators' as const])),
  organizationSettings: ['ADMIN'],
  setOrganizationSettings: ['ADMIN'],
  removeLogo: ['ADMIN'],
  cohortSettings: ['ADMIN'],
  createCohort: ['ADMIN'],
  changeCohort: ['ADMIN'],
  archiveCohort: ['ADMIN'],
  withdrawStudent: ['INSTRUCTOR'],
};
