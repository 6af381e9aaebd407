import { useTranslations } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import styles from './portfolio-view.module.css';

export type ShownCriterion = ShownPortfolioFragment['results'][number]['criteria'][number];

/** What a result was judged by: each criterion with its points, and for one that a person judged, the level it reached. */
export function ResultCriteria({ title, criteria }: { title: string; criteria: readonly ShownCriterion[] }) {
  const t = useTranslations('published');
  if (criteria.length === 0) return null;
  return (
    <details className={styles.part} data-testid="result-criteria">
      <summary>{t('criteria', { count: criteria.length })}</summary>
      <ol className={styles.criteria} aria-label={t('criteriaOf', { title })}>
        {criteria.map((criterion) => (
          <li key={criterion.key}>
            <Criterion criterion={criterion} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Criterion({ criterion }: { criterion: ShownCriterion }) {
  const t = useTranslations('published');
  const steps = useTranslations('workflow');
  const modes = useTranslations('assignment.mode');
  const skillNames = useTranslations('skillName');
  const { title, description, workflowStep, mode, weight, countedWeight, skills, levels } = criterion;
  const facts = [
    steps(workflowStep),
    t(countedWeight > 0 ? 'weight' : 'weightNotCounted', { weight }),
    modes(mode),
    ...skills.map((skill) => skillNames(skill)),
  ];
  return (
    <>
      <p className={styles.criterionHead}>
        <strong>{title}</strong>
        <CriterionPoints criterion={criterion} />
      </p>
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      {description && <p>{description}</p>}
      {levels.length > 0 && (
        <ul className={styles.levels} aria-label={t('levelsOf', { title })}>
          {levels.map((level) => (
            <li key={level.points}>
              <Mark meaning={level.points === criterion.points ? 'passed' : 'neutral'}>
                {t(level.points === criterion.points ? 'reached' : 'level', {
                  label: level.label,
                  points: level.points,
                })}
              </Mark>{' '}
              <span className={styles.quiet}>{level.description}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A level that a person chose has no interval. */
export function CriterionPoints({ criterion: { points, low, high } }: { criterion: ShownCriterion }) {
  const t = useTranslations('points');
  const hasInterval = low !== null && high !== null && low < high;
  return (
    <span className="num">
      {hasInterval ? t('withInterval', { value: points, low, high }) : t('value', { value: points })}
    </span>
  );
}
