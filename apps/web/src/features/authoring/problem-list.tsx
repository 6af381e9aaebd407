import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { Problem } from './draft.types';
import { hrefOf, settingOf, stepOf } from './draft-problems';
import styles from './authoring.module.css';

interface Props {
  problems: readonly Problem[];
  /** They are mended in the files of a folder, and no form has a place for them. */
  isFolder?: boolean;
}

/** Everything that is wrong, each with its place, what to do, and a link to where it can be fixed. */
export function ProblemList({ problems, isFolder = false }: Props) {
  const t = useTranslations('drafts');
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => {
        const setting = isFolder ? null : settingOf(problem);
        const { file, line, column, message, suggestion } = problem;
        // A line of the scorer says more than that it is the scorer's.
        const isOfLine = setting === 'scorer' && line !== null;
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
              <strong>{setting && !isOfLine ? t(`field.${setting}`) : place}</strong>: {message}
            </p>
            {suggestion && <p>{suggestion}</p>}
            {setting && (
              <Link href={hrefOf(stepOf(setting))}>{t('mend', { step: t(`step.${stepOf(setting)}`) })}</Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
