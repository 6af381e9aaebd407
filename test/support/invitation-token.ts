/** The secret of an invitation, from the link to the page where it is accepted. */
export function invitationToken(link: string): string {
  const [, token] = /\/invitation\/([\w-]+)$/.exec(link) ?? [];
  if (!token) throw new Error(`${link} leads to no invitation.`);
  return token;
}
