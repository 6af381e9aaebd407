export const CONTACT_STATUSES = ['SENT', 'ACCEPTED', 'DECLINED'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** How a result compares with the best of those shown side by side. */
export const COMPARED_VERDICTS = ['BEST', 'NO_DIFFERENCE', 'LOWER'] as const;
export type ComparedVerdict = (typeof COMPARED_VERDICTS)[number];

export const HIRING_LIMITS = {
  /** How many candidates can be compared side by side. */
  compared: 5,
  shortlist: 200,
  note: 2_000,
  message: 2_000,
  /** How many contact requests a manager may send in a day. */
  contactsPerDay: 20,
} as const;
