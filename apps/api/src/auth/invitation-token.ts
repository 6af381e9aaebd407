/** How long an invitation stays open. */
export const VALID_FOR_MS = 14 * 24 * 60 * 60 * 1000;

/** Where an invited person goes. */
export const invitationLink = (publicUrl: string, token: string): string =>
  new URL(`/invitation/${token}`, publicUrl).href;
