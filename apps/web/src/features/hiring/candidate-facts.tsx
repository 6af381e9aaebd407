import { useTranslations } from 'next-intl';
import type { CandidateCardFragment } from '@/generated/graphql';
import { Points } from '@/ui/points';
import styles from './hiring.module.css';

const MOST_SKILLS = 3;

/** Headline, place, results with their intervals, and the strongest skills. */
export function CandidateFacts({ candidate }: { candidate: CandidateCardFragment }) {
  const t = useTranslations('hiring');
  const skillNames = useTranslations('skillName');
  const { headline, location, isRemote, issuerName, results, skills } = candidate;
  const facts = [location, isRemote ? t('remote') : '', t('issuedBy', { issuer: issuerName })];
  return (
    <>
      {headline && <p>{headline}</p>}
      <p className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      <ul className={styles.results}>
        {results.map(({ assignmentSlug, assignmentTitle, points, low, high }, index) => (
          <li key={`${assignmentSlug}-${index}`}>
            {assignmentTitle} <Points value={points} low={low} high={high} />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {skills
          .slice(0, MOST_SKILLS)
          .map(({ skill }) => skillNames(skill))
          .join(' · ')}
      </p>
    </>
  );
}
