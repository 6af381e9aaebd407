import type { Role } from '@holdout/domain';

/** The password of everyone in a demo deployment. */
export const DEMO_PASSWORD = 'holdout-demo';

export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  isOperator?: boolean;
}

export interface DemoCompany {
  id: string;
  slug: string;
  name: string;
  accounts: readonly Account[];
}

export interface DemoOrganization extends DemoCompany {
  cohort: { slug: string; name: string; timeZone: string };
}

/** Fixed ids, so that seeding again finds the existing rows. */
const uuid = (organization: number, account = 0) =>
  `0193a000-0000-7000-8000-${String(organization * 1000 + account).padStart(12, '0')}`;

export const demo: DemoOrganization = {
  id: uuid(1),
  slug: 'demo',
  name: 'Holdout Demo School',
  cohort: { slug: 'autumn', name: 'Autumn cohort', timeZone: 'Europe/Berlin' },
  accounts: [
    { id: uuid(1, 1), email: 'student@demo.holdout', name: 'Sam Okafor', role: 'STUDENT' },
    { id: uuid(1, 2), email: 'ta@demo.holdout', name: 'Tara Lindqvist', role: 'TEACHING_ASSISTANT' },
    { id: uuid(1, 3), email: 'instructor@demo.holdout', name: 'Ines Carvalho', role: 'INSTRUCTOR' },
    { id: uuid(1, 4), email: 'manager@demo.holdout', name: 'Malik Brandt', role: 'HIRING_MANAGER' },
    { id: uuid(1, 5), email: 'admin@demo.holdout', name: 'Ada Novak', role: 'ADMIN' },
    { id: uuid(1, 7), email: 'sample@demo.holdout', name: 'Bundled reference', role: 'STUDENT' },
    { id: uuid(1, 6), email: 'operator@demo.holdout', name: 'Otto Reyes', role: 'ADMIN', isOperator: true },
  ],
};

/** Submits the reference solution that `npm start` grades, so that the demo student's attempts are not used up. */
export const sampleStudent = accountOf('sample@demo.holdout');
export const demoStudent = accountOf('student@demo.holdout');
export const demoInstructor = accountOf('instructor@demo.holdout');

function accountOf(email: string): Account {
  const account = demo.accounts.find((known) => known.email === email);
  if (!account) throw new Error(`The demo organization has no ${email}.`);
  return account;
}

export const other: DemoOrganization = {
  id: uuid(2),
  slug: 'other',
  name: 'Northfield Institute',
  cohort: { slug: 'spring', name: 'Spring cohort', timeZone: 'America/Chicago' },
  accounts: [
    { id: uuid(2, 1), email: 'student@other.holdout', name: 'Nora Whitfield', role: 'STUDENT' },
    { id: uuid(2, 2), email: 'instructor@other.holdout', name: 'Ivan Petrak', role: 'INSTRUCTOR' },
  ],
};

/** Hires and does not teach, because hiring managers belong to an organization of their own. */
export const company: DemoCompany = {
  id: uuid(3),
  slug: 'brightwater',
  name: 'Brightwater Labs',
  accounts: [
    { id: uuid(3, 1), email: 'manager@brightwater.holdout', name: 'Mara Solheim', role: 'HIRING_MANAGER' },
  ],
};
