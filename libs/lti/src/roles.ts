import type { Role } from '@holdout/domain';

const MEMBERSHIP =
  /^(?:http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership)?#?(?:(\w+)$|\/(\w+)#(\w+)$)/;

/** Roles that launches may give, from the lowest. Never that of an administrator, whatever the platform says. */
export const LAUNCH_ROLES = [
  'STUDENT',
  'TEACHING_ASSISTANT',
  'INSTRUCTOR',
] as const satisfies readonly Role[];
export type LaunchRole = (typeof LAUNCH_ROLES)[number];

/**
 * What somebody is here by their roles in the course; roles in the institution or the system count for nothing. Null where none of
 * them has one of ours.
 * @param highest no more than this, whatever they are there
 */
export function launchRole(roles: readonly string[], highest: LaunchRole): LaunchRole | null {
  const found = roles.map(roleOf).filter((role) => role !== null);
  const rank = Math.max(...found.map((role) => LAUNCH_ROLES.indexOf(role)));
  return LAUNCH_ROLES[Math.min(rank, LAUNCH_ROLES.indexOf(highest))] ?? null;
}

function roleOf(role: string): LaunchRole | null {
  const [, plain, principal, sub] = MEMBERSHIP.exec(role) ?? [];
  if (sub === 'TeachingAssistant' || plain === 'TeachingAssistant') return 'TEACHING_ASSISTANT';
  const name = plain ?? principal;
  if (name === 'Instructor') return 'INSTRUCTOR';
  return name === 'Learner' ? 'STUDENT' : null;
}
