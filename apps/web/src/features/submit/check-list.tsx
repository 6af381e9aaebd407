import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import type { Checked } from './preflight';
import styles from './check-list.module.css';

/** The checks made in the browser, and what to fix if one failed. */
export function CheckList({ checked, label }: { checked: Checked; label: string }) {
  const t = useTranslations('submit');
  const { archive, rejection, passed, files } = checked;
  return (
    <div className={styles.checks} role="status" data-testid="checks" data-rejection={rejection?.code ?? ''}>
      {archive && (
        <p className={styles.name}>
          <code>{archive.name}</code>
          <span>{t('contents', { size: sizeText(archive.size), files })}</span>
        </p>
      )}
      {!archive && /^\D/.test(label) && (
        <p className={styles.name}>
          <code>{label}</code>
        </p>
      )}
      <ul className={styles.list}>
        {passed.map((key) => (
          <li key={key}>
            <Mark meaning="passed">{t(`check.${key}`)}</Mark>
          </li>
        ))}
      </ul>
      {rejection && (
        <Notice meaning="failed" title={t('rejected')}>
          {rejection.message}
        </Notice>
      )}
    </div>
  );
}
