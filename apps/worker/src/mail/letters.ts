import type { MailKind } from '@holdout/db';

export interface LetterFacts {
  name: string;
  publicUrl: string;
  /** What only the recipient may know. */
  secret: string | null;
}

/** What each kind of mail says. Plain text: it reads the same everywhere, and nothing in it is fetched. */
export function letterOf(kind: MailKind, facts: LetterFacts): { subject: string; text: string } {
  switch (kind) {
    case 'PASSWORD_RESET':
      return {
        subject: 'Choose a new password for Holdout',
        text: lines(
          `Hello ${facts.name},`,
          'someone asked for a new password for your account. If it was you, open this link within an hour:',
          // After the hash, so that the secret reaches no server's log on the way to the page.
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

function lines(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
