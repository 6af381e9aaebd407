import { LAUNCH_ROLES, launchRole, type LaunchRole } from '@holdout/lti';
import type { Launched } from './lti-launches.service.js';

/** The role that a launch gives; null if none of the person's roles in the course has a counterpart here. */
export function roleOf({ launch, message }: Pick<Launched, 'launch' | 'message'>): LaunchRole | null {
  const highest = LAUNCH_ROLES.find((role) => role === launch.platform.highestRole) ?? 'STUDENT';
  return launchRole(message.roles, highest);
}

/** Whoever teaches the course decides what its links open, whatever else they may do here. */
export function mayChoose({ message }: Pick<Launched, 'message'>): boolean {
  const role = launchRole(message.roles, 'INSTRUCTOR');
  return role === 'INSTRUCTOR' || role === 'TEACHING_ASSISTANT';
}
