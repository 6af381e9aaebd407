import { useTranslations } from 'next-intl';
import type { LetterState as State, PeopleQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark, type Meaning } from '@/ui/mark';
import styles from './letter-state.module.css';

type Invitation = PeopleQuery['invitations'][number];

const MEANING: Record<State, Meaning> = {
  NONE: 'neutral',
  WAITING: 'waiting',
  SENT: 'passed',
  GIVEN_UP: 'failed',
};

/** What happened to the letter of an open invitation, and what to do if it was not sent. */
export function LetterState({ invitation }: { invitation: Invitation }) {
  const t = useTranslations('people');
  const note = useNote(invitation);
  return (
    <>
      <Mark meaning={MEANING[invitation.letter]}>{t(`letter.${invitation.letter}`)}</Mark>
      {invitation.letter === 'SENT' && invitation.letterAt && (
        <p className={styles.note}>
          <LocalTime at={invitation.letterAt} />
        </p>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </>
  );
}

function useNote({ letter, letterProblem, maySend }: Invitation): string | null {
  const t = useTranslations('people');
  if (letter === 'GIVEN_UP') return t('letterGivenUp', { problem: letterProblem ?? '' });
  if (letter === 'WAITING' && letterProblem) return t('letterDelayed', { problem: letterProblem });
  return letter === 'NONE' && !maySend ? t('letterWithout') : null;
}
