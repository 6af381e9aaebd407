/** What the auth library keeps with a key that was made in a session of one organization. */
const BOUND_TO = 'organization';

type Permissions = Record<string, string[]>;

export const permissionsOf = (boundTo: string | null): Permissions | null =>
  boundTo === null ? null : { [BOUND_TO]: [boundTo] };

/** The organization that a key opens; null for one that opens all that its owner is in. */
export const organizationOfKey = (permissions: Permissions | null | undefined): string | null =>
  permissions?.[BOUND_TO]?.[0] ?? null;

/** How the auth library calls the accounts of an organization's identity provider. */
export const providerAccount = (providerId: string): string => `sso:${providerId}`;
