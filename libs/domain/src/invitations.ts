/** Limits on invitation letters within 24 hours. They do not count against the quota of the inviter. */
export const INVITATION_MAIL_LIMITS = {
  /** To one address, from any organizations together. */
  perAddress: 3,
  /** From one organization: twice its largest roster. */
  perOrganization: 20_000,
  /** How many come due in one second, so that other mail gets its turn. */
  perSecond: 20,
} as const;
