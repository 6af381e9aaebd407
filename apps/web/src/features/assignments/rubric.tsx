import { useTranslations } from 'next-intl';
import { WORKFLOW_STEPS } from './workflow-steps';
import type { Version } from './assignment.types';
import styles from './rubric.module.css';

/** Criteria under their workflow step, each weight drawn to scale; steps without a criterion are left out. */
export function Rubric({ criteria }: { criteria: Version['criteria'] }) {
  const t = useTranslations('assignment');
  const steps = useTranslations('workflow');
  const skills = useTranslations('skillName');
  const heaviest = Math.max(1, ...criteria.map(({ weight }) => weight));
  const graded = WORKFLOW_STEPS.map((step) => ({
    step,
    own: criteria.filter(({ workflowStep }) => workflowStep === step),
  })).filter(({ own }) => own.length > 0);
  return (
    <ol className={styles.rubric}>
      {graded.map(({ step, own }) => (
        <li key={step} className={styles.step}>
          <h3 className={styles.stepName}>{steps(step)}</h3>
          <ul className={styles.criteria}>
            {own.map((criterion) => (
              <li key={criterion.key} className={styles.criterion}>
                <div>
                  <p className={styles.title}>{criterion.title}</p>
                  {criterion.description && <p className={styles.description}>{criterion.description}</p>}
                  <p className={styles.skills}>
                    {criterion.skills.map((skill) => skills(skill)).join(' · ')}
                  </p>
                  {criterion.levels.length > 0 && <Levels levels={criterion.levels} />}
                </div>
                <div className={styles.weight}>
                  <span className={styles.weightBar} aria-hidden>
                    <span
                      data-mode={criterion.mode}
                      style={{ width: `${(100 * criterion.weight) / heaviest}%` }}
                    />
                  </span>
                  <span className="num">{t('weight', { weight: criterion.weight })}</span>
                  <span className={styles.mode}>
                    {t(`mode.${criterion.mode}`)}
                    {criterion.isRequired && <> · {t('required')}</>}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** What a person judges by: the levels at a glance, and what each takes. */
function Levels({ levels }: { levels: Version['criteria'][number]['levels'] }) {
  const t = useTranslations('assignment');
  return (
    <details className={styles.levels}>
      <summary>{levels.map(({ label, points }) => t('level', { label, points })).join(' · ')}</summary>
      <ul>
        {levels.map(({ label, points, description }) => (
          <li key={points}>
            <strong>{t('level', { label, points })}</strong> {description}
          </li>
        ))}
      </ul>
    </details>
  );
}
