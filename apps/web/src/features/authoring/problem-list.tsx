import { useTranslations } from 'next-intl';
import type { Problem } from './draft.types';
import { settingOf, stepOf, type Step } from './draft-problems';
import styles from './authoring.module.css';

interface Props {
  problems: readonly Problem[];
  /** Opens the step of the form where it is mended. */
  onMend?: (step: Step) => void;
}

/** Everything that is wrong, each with its place and what to do. */
export function ProblemList({ problems, onMend }: Props) {
  const t = useTranslations('drafts');
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => {
        const setting = settingOf(problem);
        const { file, line, column, message, suggestion } = problem;
        const place = [
          file,
          line === null ? '' : t('line', { line }),
          column ? t('ofColumn', { column }) : '',
        ]
          .filter(Boolean)
          .join(', ');
        return (
          <li key={index}>
            <p>
              <strong>{setting ? t(`field.${setting}`) : place}</strong>: {message}
            </p>
            {suggestion && <p>{suggestion}</p>}
            {setting && onMend && (
              <button type="button" className={styles.mend} onClick={() => onMend(stepOf(setting))}>
                {t('mend', { step: t(`step.${stepOf(setting)}`) })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
