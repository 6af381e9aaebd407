import { useTranslations } from 'next-intl';
import { FileButton } from '@/ui/file-button';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import type { DraftImport } from './draft.types';
import styles from './authoring.module.css';

interface Props {
  report: DraftImport['report'] | null;
  /** Where the folder is downloaded; null if the data is in the vault. */
  folder: string | null;
}

/** A draft that has become an assignment: where students see it, and what may follow. */
export function Published({ report, folder }: Props) {
  const t = useTranslations('drafts.published');
  return (
    <div className={styles.stack}>
      <Notice meaning="passed" title={t('title')}>
        {report ? t('text', { version: report.version ?? 1, cohorts: report.openedCohorts }) : null}
      </Notice>
      {report && report.notes.length > 0 && (
        <ul className={styles.notes}>
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {report && <LinkButton href={`/assignments/${report.slug}`}>{t('open')}</LinkButton>}
        <LinkButton href="/cohorts" variant="default">
          {t('dates')}
        </LinkButton>
        {folder && <FileButton href={folder}>{t('folder')}</FileButton>}
      </div>
    </div>
  );
}
