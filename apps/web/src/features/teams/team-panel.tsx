import { useTranslations } from 'next-intl';
import type { AssignmentQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Panel } from '@/ui/panel';
import { EnterTeam } from './enter-team';
import { LeaveTeam } from './leave-team';
import styles from './teams.module.css';

type Teamwork = NonNullable<AssignmentQuery['assignment']['teamwork']>;

interface Props {
  slug: string;
  teamwork: Teamwork;
  /** Nothing can be joined once something was handed in alone. */
  hasAttempts: boolean;
}

/** With whom the reader works on an assignment, and how that can still be changed. */
export function TeamPanel({ slug, teamwork: { team, maxTeamSize }, hasAttempts }: Props) {
  const t = useTranslations('teams');
  if (!team) {
    return (
      <Panel title={t('title')}>
        <p>{t('alone', { max: maxTeamSize })}</p>
        {hasAttempts ? <p className={styles.note}>{t('tooLate')}</p> : <EnterTeam slug={slug} />}
      </Panel>
    );
  }
  return (
    <Panel title={t('title')}>
      <p className={styles.name}>{team.name}</p>
      <ul className={styles.members} aria-label={t('members')}>
        {team.members.map(({ id, name, isViewer }) => (
          <li key={id}>{isViewer ? t('you', { name }) : name}</li>
        ))}
      </ul>
      <p className={styles.note}>{t('shared')}</p>
      {team.frozenAt ? (
        <p className={styles.note}>
          {t.rich('frozen', { at: () => <LocalTime at={team.frozenAt ?? ''} /> })}
        </p>
      ) : (
        <>
          {team.members.length < maxTeamSize && team.joinCode && (
            <p className={styles.note}>
              {t.rich('invite', {
                code: () => <code className={styles.code}>{spaced(team.joinCode ?? '')}</code>,
              })}
            </p>
          )}
          <p className={styles.note}>{t('freezes')}</p>
          <LeaveTeam slug={slug} isLast={team.members.length === 1} />
        </>
      )}
    </Panel>
  );
}

/** In groups that can be read out. */
const spaced = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;
