import type { InvitationLetter, MailKind } from '@holdout/db';
import type { NotificationKind, Role } from '@holdout/domain';

export interface Text {
  subject: string;
  text: string;
  /** The sender's name, if the letter is sent in an organization's name. */
  from?: string;
}

export interface LetterFacts {
  name: string;
  publicUrl: string;
  /** A secret for the recipient only, such as the end of a link. */
  secret: string | null;
}

/** The text of each kind of mail. Plain text looks the same everywhere and fetches nothing. */
export function letterOf(kind: Exclude<MailKind, 'NOTIFICATION' | 'INVITATION'>, facts: LetterFacts): Text {
  switch (kind) {
    case 'PASSWORD_RESET':
      return {
        subject: 'Choose a new password for Holdout',
        text: lines(
          `Hello ${facts.name},`,
          'someone asked for a new password for your account. If it was you, open this link within an hour:',
          // The secret comes after the hash, so that no server on the way to the page logs it.
          `${facts.publicUrl}/new-password#${facts.secret ?? ''}`,
          'It works once. If it was not you, do nothing: your password stays as it is.',
        ),
      };
    case 'PASSWORD_CHANGED':
      return {
        subject: 'Your password for Holdout was changed',
        text: lines(
          `Hello ${facts.name},`,
          'the password of your account was changed by a link sent to this address, and every session was ended. Keys for the command line still work.',
          'If it was not you, someone reads your mail. Secure it first, then choose a new password here:',
          `${facts.publicUrl}/forgotten-password`,
        ),
      };
  }
}

interface InvitationFacts extends Omit<InvitationLetter, 'sealedEmail'> {
  publicUrl: string;
  /** The end of the link. */
  token: string;
}

const AS_WHAT = {
  STUDENT: 'a student',
  TEACHING_ASSISTANT: 'a teaching assistant',
  INSTRUCTOR: 'an instructor',
  HIRING_MANAGER: 'a hiring manager',
  ADMIN: 'an administrator',
} satisfies Record<Role, string>;

/** Invites somebody who may not have an account, in their organization's name. */
export function letterOfInvitation({
  publicUrl,
  token,
  role,
  expiresAt,
  timeZone,
  ...names
}: InvitationFacts): Text {
  const organization = onOneLine(names.organization);
  const cohort = names.cohort === null ? '' : `, in the cohort ${onOneLine(names.cohort)}`;
  const invitedBy = names.invitedBy === null ? 'An administrator' : onOneLine(names.invitedBy);
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    expiresAt,
  );
  return {
    from: `${organization} via Holdout`,
    subject: `${organization} invites you to Holdout`,
    text: lines(
      'Hello,',
      `${invitedBy} invites you to join ${organization} on Holdout as ${AS_WHAT[role]}${cohort}. Open this link:`,
      `${publicUrl}/invitation/${token}`,
      `It works once, and for this address only, until ${until} (${timeZone}). If you have an account here already, sign in with it there.`,
      'If you do not know why you were invited, do nothing: nobody joins by this letter but you.',
    ),
  };
}

interface NotificationFacts {
  name: string;
  publicUrl: string;
  kind: NotificationKind;
  runId: string | null;
  assignment: { slug: string; title: string } | null;
  announcement: { title: string } | null;
}

const SUBJECTS = {
  GRADED: (title) => `Your run of ${title} has ended`,
  REVIEWED: (title) => `Your work on ${title} is reviewed`,
  ANSWERED: (title) => `Your regrade request for ${title} is answered`,
  DUE_SOON: (title) => `${title} is due within a day`,
  RELEASED: (title) => `Your result of ${title} is released`,
  REVISED: (title) => `Your points of ${title} were revised`,
  ANNOUNCED: (title) => `Announcement: ${title}`,
  RERUN: (title) => `A grader of ${title} was wrong: your result changed`,
  CONTACTED: () => 'A hiring manager asks to contact you',
  IMPERSONATED: () => 'An admin looked at Holdout as you see it',
  EXTENDED: (title) => `Your due date or attempts for ${title} changed`,
} satisfies Record<NotificationKind, (title: string) => string>;

/** Says that something happened and where to look. Results are only shown after signing in. */
export function letterOfNotification({ name, publicUrl, kind, ...about }: NotificationFacts): Text {
  const subject = SUBJECTS[kind](about.assignment?.title ?? about.announcement?.title ?? '');
  return {
    subject,
    text: lines(
      `Hello ${name},`,
      `${subject}. Look here:`,
      `${publicUrl}${placeOf({ kind, ...about })}`,
      `You chose to hear of this by mail. Choose otherwise here: ${publicUrl}/settings`,
    ),
  };
}

function placeOf({
  kind,
  runId,
  assignment,
}: Pick<NotificationFacts, 'kind' | 'runId' | 'assignment'>): string {
  if (kind === 'CONTACTED') return '/portfolio';
  if (kind === 'IMPERSONATED') return '/settings#impersonations';
  if (runId) return kind === 'ANSWERED' ? `/runs/${runId}/score#regrade` : `/runs/${runId}`;
  return assignment ? `/assignments/${assignment.slug}` : '/announcements';
}

function lines(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

/** People choose these names, so a name must not be able to begin a paragraph of its own. */
function onOneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
