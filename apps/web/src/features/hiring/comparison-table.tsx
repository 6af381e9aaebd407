import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { CompareCandidatesQuery, Skill } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Points } from '@/ui/points';
import { Table } from '@/ui/table';
import styles from './hiring.module.css';

type Comparison = CompareCandidatesQuery['compareCandidates'];
type Compared = Comparison['projects'][number]['results'][number];

/** Candidates as columns; projects, then skills, as rows. */
export function ComparisonTable({ comparison: { candidates, projects } }: { comparison: Comparison }) {
  const t = useTranslations('hiring');
  const points = useTranslations('points');
  const skillNames = useTranslations('skillName');
  const skills = [...new Set(candidates.flatMap((candidate) => candidate.skills.map(({ skill }) => skill)))];
  const evidence = (candidate: Comparison['candidates'][number], wanted: Skill) =>
    candidate.skills.find(({ skill }) => skill === wanted)?.points;
  return (
    <Table label={t('compareTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          {candidates.map(({ id, name, issuerName }) => (
            <th key={id} scope="col">
              <Link href={`/candidates/${id}`}>{name}</Link>
              <span className={styles.issuer}>{t('issuedBy', { issuer: issuerName })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {projects.map(({ assignmentSlug, assignmentTitle, results }) => (
          <tr key={assignmentSlug}>
            <th scope="row">{assignmentTitle}</th>
            {candidates.map(({ id }) => (
              <td key={id}>
                <Cell
                  result={results.find(({ candidateId }) => candidateId === id)}
                  isAlone={results.length < 2}
                />
              </td>
            ))}
          </tr>
        ))}
        {skills.map((skill) => (
          <tr key={skill}>
            <th scope="row">{skillNames(skill)}</th>
            {candidates.map((candidate) => {
              const value = evidence(candidate, skill);
              return (
                <td key={candidate.id} className={value === undefined ? styles.quiet : 'num'}>
                  {value === undefined ? t('noResult') : points('value', { value })}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cell({ result, isAlone }: { result: Compared | undefined; isAlone: boolean }) {
  const t = useTranslations('hiring');
  if (!result) return <span className={styles.quiet}>{t('noResult')}</span>;
  const { points, low, high, verdict, isPaired } = result;
  return (
    <>
      <Link href={`/candidates/${result.candidateId}#results`}>
        <Points value={points} low={low} high={high} />
      </Link>
      {!isAlone && (
        <div className={styles.verdict}>
          <Mark meaning="neutral">{t(`verdict.${verdict}`)}</Mark>
          {verdict !== 'BEST' && <span className={styles.quiet}>{t(isPaired ? 'paired' : 'unpaired')}</span>}
        </div>
      )}
    </>
  );
}
