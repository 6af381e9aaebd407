import type { Role } from '@holdout/domain';
import type { MembershipOf, NamedOrganization, StandingOf } from '@holdout/db';

/** How a request proved who it is from. */
export type SignInProof = { kind: 'session'; sessionId: string } | { kind: 'api-key'; keyId: string };

/** The user a request is from, according to the auth library. */
export interface Identity {
  userId: string;
  name: string;
  email: string;
  proof: SignInProof;
  /** The only organization that this sign-in opens, where the organization's identity provider vouches; null for all others. */
  boundTo: string | null;
}

export interface ViewedOrganization extends NamedOrganization {
  /** Differs whenever the organization's content has changed; null if unknown. */
  contentRevision: string | null;
  /** Differs whenever the viewer's own work or the organization's cohorts have changed; null if unknown. */
  workRevision: string | null;
  /** Differs whenever something changed of what its leaderboards show, or to whom; null if unknown. */
  boardRevision: string | null;
}

/** The user behind a request, and the organization they act in. */
export interface Viewer extends Identity {
  isOperator: boolean;
  memberships: readonly MembershipOf[];
  /** The one the request names, else the first; null when it names one the viewer is not in, or there is none. */
  organization: ViewedOrganization | null;
  /** Roles in that organization. */
  roles: ReadonlySet<Role>;
  /** The viewer is somebody else, an admin, who looks at the pages as this student sees them and changes nothing. */
  impersonation?: ImpersonationOf;
}

export interface ImpersonationOf {
  id: string;
  adminId: string;
  expiresAt: Date;
}

/** A viewer who acts in an organization. */
export interface Member extends Viewer {
  organization: ViewedOrganization;
}

/** Roles that see the work of all students of their organization. */
export const STAFF = ['TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'] as const satisfies readonly Role[];

/** Roles that bring assignments of their own, and may take them out again with their hidden data. */
export const AUTHORS = ['INSTRUCTOR', 'ADMIN'] as const satisfies readonly Role[];

export function isStaff(viewer: Viewer): boolean {
  return STAFF.some((role) => viewer.roles.has(role));
}

/** Students of the organization who are nothing else there, and who run nothing anywhere. */
export function mayBeImpersonated({ isOperator, memberships }: StandingOf, organizationId: string): boolean {
  const here = memberships.filter((membership) => membership.organizationId === organizationId);
  const isStudent = here.length > 0 && here.every(({ role }) => role === 'STUDENT');
  return isStudent && !isOperator && memberships.every(({ role }) => role !== 'ADMIN');
}
