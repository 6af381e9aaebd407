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
  /** Its colour and the digest of its logo; only sessions are told, since only pages show them. */
  accent?: string;
  logo?: string | null;
  /** Whether its content is what it was; only sessions are told. */
  contentRevision?: string;
}

/** What somebody is on this deployment. */
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
  /** The organization that the session opens, where an identity provider opened it; it opens no other. */
  boundTo: string | null;
  /** Whether there is something to ask about whom the session looks as. */
  mayLookAsStudent: boolean;
}

/** What an organization looks like, to whoever knows its address. */
export interface OrganizationLook {
  accent: string;
  logoDigest: string | null;
  /** The media type of the logo. */
  logoType: string | null;
}
