import { LAUNCH_ROLES, launchRole, type LaunchRole } from '@holdout/lti';
import type { Launched } from './lti-launches.service.js';

/** What a launch makes of whoever launched; null where none of their roles in the course has one here. */
export function roleOf({ launch, message }: Pick<Launched, 'launch' | 'message'>): LaunchRole | null {
  const highest = LAUNCH_ROLES.find((role) => role === launch.platform.highestRole) ?? 'STUDENT';
  return launchRole(message.roles, highest);
}

/** Who teaches in the course says what its links open, whatever else they may do here. */
export function mayChoose({ message }: Pick<Launched, 'message'>): boolean {
  const role = launchRole(message.roles, 'INSTRUCTOR');
  return role === 'INSTRUCTOR' || role === 'TEACHING_ASSISTANT';
}
