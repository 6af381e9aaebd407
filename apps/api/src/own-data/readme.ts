import type { Viewer } from '../operation/viewer.js';

/** Explains the content of an export, for whoever opens it later. */
export function readme({ name, email, memberships }: Viewer, at: Date): string {
  const organizations = [
    ...new Set(memberships.map((found) => `${found.organizationSlug} (${found.organizationName})`)),
  ];
  return `What Holdout has of ${name} <${email}>, exported at ${at.toISOString()}.

account.json          name, address, where you are signed in, keys of the command line (no password and no key is kept as it is)
One folder for each organization you belong to: ${organizations.join(', ') || 'none'}. In it:
roles.json            your roles
enrollments.json      cohorts, groups, extensions, late days
submissions.json      what you handed in, with your declarations and digests
submissions/          the archives as you handed them in (those fetched from git are packfiles)
runs/ID.json          a run: phases, score, metrics, signed receipt, comments of graders, regrade requests
runs/ID.log           its log
runs/ID/              files that your code left
credentials.json      credentials, as signed
lessons.json          which lessons you began, and the version in which you read each
drawings.json, notifications.json, mailedNotifications.json, pseudonym.json, portfolio.json, contactRequests.json
comparisons.json      when instructors had the code of one of your runs compared with that of other students
impersonations.json   when an admin looked at the pages as you see them, and why
activity.json         what the audit log says you did

Scores stand here as your pages show them: a practice score that was not released is not in here, nor is a review that is
still held back. With whom your code was compared, and how alike it was, is in no export: that is about others, too. Nor are
hidden data, and what was computed from them row by row.
`;
}
