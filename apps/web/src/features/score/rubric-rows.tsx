import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { WORKFLOW_STEPS } from '@/features/assignments/workflow-steps';
import { IntervalBar } from '@/ui/interval-bar';
import { metricText } from '@/ui/units';
import { stepPoints } from './step-points';
import type { Score, ScoredRun } from './score.types';
import styles from './rubric-rows.module.css';

interface Props {
  criteria: Score['criteria'];
  metrics: ScoredRun['metrics'];
  /** Which metrics a criterion is measured by. */
  measuredBy: { key: string; metrics: string[] }[];
  passMark: number;
  /** People judge certifications only. */
  isPractice: boolean;
}

/** Nine workflow steps; each opens to its criteria, their evidence and advice. */
export function RubricRows({ criteria, metrics, measuredBy, passMark, isPractice }: Props) {
  const t = useTranslations('score');
  const steps = useTranslations('workflow');
  return (
    <ol className={styles.rows}>
      {WORKFLOW_STEPS.map((step) => {
        const own = criteria.filter(({ workflowStep }) => workflowStep === step);
        const joined = stepPoints(own);
        return (
          <li key={step}>
            <details className={styles.row}>
              <summary className={styles.summary}>
                <IconChevronRight size={16} aria-hidden className={styles.chevron} />
                <span className={styles.name}>{steps(step)}</span>
                {joined ? (
                  <>
                    <span className={styles.bar}>
                      <IntervalBar {...joined} passMark={passMark} />
                    </span>
                    <span className={`${styles.points} num`}>{t('pointsOnly', { value: joined.value })}</span>
                  </>
                ) : (
                  <span className={styles.waiting}>
                    {own.length === 0
                      ? t('noCriterion')
                      : own.some(({ points }) => points !== null)
                        ? t('noWeight')
                        : t(isPractice ? 'manualInCertification' : 'manualWaiting')}
                  </span>
                )}
              </summary>
              <ul className={styles.criteria}>
                {own.map((criterion) => (
                  <CriterionRow
                    key={criterion.key}
                    criterion={criterion}
                    isPractice={isPractice}
                    evidence={metrics.filter(({ name }) =>
                      measuredBy.find(({ key }) => key === criterion.key)?.metrics.includes(name),
                    )}
                  />
                ))}
                {own.length === 0 && <li className={styles.none}>{t('noCriterionText')}</li>}
              </ul>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

function CriterionRow({
  criterion,
  isPractice,
  evidence,
}: {
  criterion: Score['criteria'][number];
  isPractice: boolean;
  evidence: ScoredRun['metrics'];
}) {
  const t = useTranslations('score');
  const points = useTranslations('points');
  const modes = useTranslations('assignment.mode');
  const skills = useTranslations('skillName');
  const { low, high } = criterion;
  return (
    <li className={styles.criterion}>
      <div className={styles.head}>
        <h3>{criterion.title}</h3>
        <span className="num">
          {criterion.points === null
            ? t(isPractice ? 'notInPractice' : 'notGraded')
            : low !== null && high !== null
              ? points('withInterval', { value: criterion.points, low, high })
              : t('pointsOnly', { value: criterion.points })}
        </span>
      </div>
      <p className={styles.meta}>
        {t('weightOf', { weight: criterion.countedWeight })} · {modes(criterion.mode)} ·{' '}
        {criterion.skills.map((skill) => skills(skill)).join(', ')}
      </p>
      {evidence.length > 0 && (
        <p>
          <strong>{t('evidence')}</strong>{' '}
          {evidence
            .map(({ label, value, low, high }) =>
              t('evidenceOf', {
                label,
                value: metricText(value),
                low: metricText(low),
                high: metricText(high),
              }),
            )
            .join('; ')}
        </p>
      )}
      {criterion.note && <p>{criterion.note}</p>}
      {criterion.advice && (
        <p className={styles.advice}>
          <strong>{t('advice')}</strong> {criterion.advice}
        </p>
      )}
    </li>
  );
}
