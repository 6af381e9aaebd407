import type { Role } from '@holdout/domain';

export interface NamedOrganization {
  id: string;
  slug: string;
  name: string;
}

export interface MembershipOf {
  id: string;
  role: Role;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  /** The accent colour and the digest of the logo. Only sessions get them, because only pages show them. */
  accent?: string;
  logo?: string | null;
  /** Changes with the organization's content. Only sessions get it. */
  contentRevision?: string;
  /** Changes with the member's own work and with the organization's cohorts. Only sessions get it. */
  workRevision?: string;
  /** Changes with the organization's leaderboards. Only sessions get it. */
  boardRevision?: string;
}

/** A person's roles on this deployment. */
export interface StandingOf {
  isOperator: boolean;
  /** Oldest first. */
  memberships: MembershipOf[];
}

export interface SessionViewer extends StandingOf {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  /** The organization that the session is limited to, if it was opened by an identity provider. */
  boundTo: string | null;
  /** Whether the session may be viewing as a student, so that this must be looked up. */
  mayLookAsStudent: boolean;
}

/** An organization's appearance, for anyone who knows its address. */
export interface OrganizationLook {
  accent: string;
  logoDigest: string | null;
  /** The media type of the logo. */
  logoType: string | null;
}
