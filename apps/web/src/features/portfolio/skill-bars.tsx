import { useTranslations } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { CriterionPoints } from './result-criteria';
import styles from './portfolio-view.module.css';

type Shown = Pick<ShownPortfolioFragment, 'skills' | 'results'>;

/** Skills that the results shown are evidence for, the strongest first. Each opens to the criteria that speak for it. */
export function SkillBars({ skills, results }: Shown) {
  const t = useTranslations('published');
  const names = useTranslations('skillName');
  return (
    <ul className={styles.skills}>
      {skills.map(({ skill, points, evidence }) => (
        <li key={skill}>
          <span>{names(skill)}</span>
          <span className="num">{t('skill', { points, count: evidence })}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles.fill} style={{ width: `${points}%` }} />
          </span>
          <SkillEvidence skill={skill} results={results} />
        </li>
      ))}
    </ul>
  );
}

/** Nothing where the student shows no criteria. */
function SkillEvidence({
  skill,
  results,
}: {
  skill: Shown['skills'][number]['skill'];
  results: Shown['results'];
}) {
  const t = useTranslations('published');
  const names = useTranslations('skillName');
  const found = results.flatMap(({ id, assignmentTitle, criteria }) =>
    criteria
      .filter(({ skills, countedWeight }) => countedWeight > 0 && skills.includes(skill))
      .map((criterion) => ({ id, assignmentTitle, criterion })),
  );
  if (found.length === 0) return null;
  return (
    <details className={styles.evidence}>
      <summary aria-label={t('evidenceNamed', { skill: names(skill) })}>{t('evidence')}</summary>
      <ul>
        {found.map(({ id, assignmentTitle, criterion }) => (
          <li key={`${id} ${criterion.key}`}>
            {criterion.title} <CriterionPoints criterion={criterion} />{' '}
            <a href={`#result-${id}`}>{assignmentTitle}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
