'use client';

import { Button, Progress } from '@mantine/core';
import { IMPORT_LIMITS, sizeText } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import type { DraftImport } from './draft.types';
import { FolderChoice } from './folder-choice';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { SplitReport } from './split-report';
import { useFolderUpload } from './use-folder-upload';
import styles from './authoring.module.css';

/** Uploads an assignment's folder as the command line does. It is checked, and published if its author says so. */
export function FolderImport() {
  const t = useTranslations('drafts.folder');
  const { archive, sent, failure, error, newest, isRunning, take, pack, send } = useFolderUpload();
  return (
    <div className={styles.stack}>
      <FolderChoice isRunning={isRunning} onFolder={(files) => void pack(files)} onArchive={take} />
      <p className={styles.quiet}>{t('limits', { most: sizeText(IMPORT_LIMITS.archiveBytes) })}</p>
      {archive && (
        <>
          <p>{t('chosen', { name: archive.folderName, size: sizeText(archive.file.size) })}</p>
          <div className={styles.row}>
            <Button variant="default" loading={isRunning} onClick={() => send(archive, false)}>
              {t('check')}
            </Button>
            <Button loading={isRunning} onClick={() => send(archive, true)}>
              {t('publish')}
            </Button>
          </div>
        </>
      )}
      {archive && sent !== null && (
        <div role="status" className={styles.progress}>
          <p>{t('sent', { sent: sizeText(sent), total: sizeText(archive.file.size) })}</p>
          <Progress value={(100 * sent) / Math.max(1, archive.file.size)} aria-label={t('progress')} />
        </div>
      )}
      {failure && (
        <Notice meaning="failed" title={t('refused')}>
          {failure}
        </Notice>
      )}
      <MutationStatus error={error} refused={t('refused')} />
      {newest && <ImportOutcome work={newest} />}
    </div>
  );
}

/** How far the import is, and what it found. */
function ImportOutcome({ work }: { work: DraftImport }) {
  const t = useTranslations('drafts.folder');
  const { problems, report, publish } = work;
  return (
    <>
      <ImportProgress work={work} isStale={false} isMeasured />
      <ProblemList problems={problems} isFolder />
      {report && <SplitReport report={report} />}
      {report && publish && (
        <div className={styles.row}>
          <LinkButton href={`/assignments/${report.slug}`}>{t('open')}</LinkButton>
        </div>
      )}
    </>
  );
}
