import type { LaunchRefusal } from '@holdout/lti';

/** Why somebody does not get where a link in their course leads; the page of refusals says what to do. */
export type StopReason =
  | LaunchRefusal
  /** No platform is registered here that calls itself so. */
  | 'UNKNOWN_PLATFORM'
  /** The platform answered a second time, too late, or what was never asked. */
  | 'NOT_OPEN'
  /** From a deployment other than the registered one. */
  | 'WRONG_DEPLOYMENT'
  /** Another browser began it, or cookies are blocked, as within the frame of another site. */
  | 'OTHER_BROWSER'
  /** It signed somebody in already. */
  | 'SPENT'
  /** Somebody else is signed in. */
  | 'OTHER_PERSON'
  | 'NOT_A_MEMBER'
  /** None of their roles in the course has one here. */
  | 'NO_ROLE'
  /** Nobody said yet what the link opens. */
  | 'NOT_SET_UP'
  /** Only instructors choose. */
  | 'NOT_INSTRUCTOR';

export class LaunchStopped extends Error {
  override readonly name = 'LaunchStopped';
  constructor(readonly reason: StopReason) {
    super(`The launch ends here: ${reason}.`);
  }
}
