export const CONTACT_STATUSES = ['SENT', 'ACCEPTED', 'DECLINED'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** How a result stands beside the best of those compared. */
export const COMPARED_VERDICTS = ['BEST', 'NO_DIFFERENCE', 'LOWER'] as const;
export type ComparedVerdict = (typeof COMPARED_VERDICTS)[number];

export const HIRING_LIMITS = {
  /** Candidates side by side. */
  compared: 5,
  shortlist: 200,
  note: 2_000,
  message: 2_000,
  /** Contact requests of one manager within a day. */
  contactsPerDay: 20,
} as const;
