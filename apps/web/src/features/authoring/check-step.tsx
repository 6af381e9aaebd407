import { Button } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { FileButton } from '@/ui/file-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Section } from '@/ui/page';
import type { FormPart } from './draft.types';
import { hrefOf, missingOf, stepOf } from './draft-problems';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { SplitReport } from './split-report';
import type { useDraftImport } from './use-draft-import';
import styles from './authoring.module.css';

interface Props extends FormPart {
  /** Where the folder is downloaded; null if the data is in the vault. */
  folder: string | null;
  work: ReturnType<typeof useDraftImport>;
  onBegin: (what: 'check' | 'publish') => Promise<void>;
}

/** The same validation as `holdout assignment validate`, then publication by the same job as an import. */
export function CheckStep({ settings, isStale, folder, work, onBegin }: Props) {
  const t = useTranslations('drafts.check');
  const fields = useTranslations('drafts.field');
  const missing = missingOf(settings);
  const { newest, isRunning, error } = work;
  return (
    <>
      <Section title={t('title')} note={t('note')}>
        {missing.length > 0 && (
          <div className={styles.stack}>
            <p>{t('missing')}</p>
            <ul className={styles.notes}>
              {missing.map((setting) => (
                <li key={setting}>
                  <Link href={hrefOf(stepOf(setting))}>{fields(setting)}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className={styles.row}>
          <Button variant="default" loading={isRunning} onClick={() => void onBegin('check')}>
            {t('check')}
          </Button>
          <Button disabled={missing.length > 0} loading={isRunning} onClick={() => void onBegin('publish')}>
            {t('publish')}
          </Button>
          {folder && <FileButton href={folder}>{t('folder')}</FileButton>}
        </div>
        <MutationStatus error={error} refused={t('refused')} />
        {newest && <ImportProgress work={newest} isStale={isStale} />}
        <ProblemList problems={newest?.problems ?? []} />
      </Section>
      {newest?.report && (
        <Section title={t('found')} note={t('foundNote')}>
          <SplitReport report={newest.report} />
        </Section>
      )}
    </>
  );
}
