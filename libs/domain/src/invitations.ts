/** Letters of invitations within 24 hours. Whoever invites pays for none of them. */
export const INVITATION_MAIL_LIMITS = {
  /** To one address, from whichever organization. */
  perAddress: 3,
  /** From one organization: its largest roster, twice. */
  perOrganization: 20_000,
  /** That fall due in one second: other mail goes between them. */
  perSecond: 20,
} as const;
