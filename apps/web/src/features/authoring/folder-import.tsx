'use client';

import { Button, FileButton, Progress } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IMPORT_LIMITS, sizeText } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startUpload } from '@/features/submit/upload';
import { ImportFolderDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LinkButton } from '@/ui/link-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import type { DraftImport } from './draft.types';
import { namedArchive, packedFolder, UnpackableFolder, type FolderArchive } from './folder-archive';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { SplitReport } from './split-report';
import { useImportChanges } from './use-import-changes';
import styles from './authoring.module.css';

/** Not in the types of React, and in every browser. */
const FOLDER: object = { webkitdirectory: '' };

/** Uploads an assignment's folder as the command line does. It is checked, and published if its author says so. */
export function FolderImport() {
  const t = useTranslations('drafts.folder');
  const isLive = useMounted();
  const [archive, setArchive] = useState<FolderArchive | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [begun, setBegun] = useState<DraftImport | null>(null);
  const [ask, { error, reset }] = useMutation(ImportFolderDocument, { errorPolicy: 'all' });
  const newest = useImportChanges(begun);
  const isRunning = sent !== null || (newest !== null && newest.finishedAt === null);

  function take(chosen: FolderArchive) {
    reset();
    setBegun(null);
    setFailure(null);
    setArchive(chosen);
  }

  async function pack(files: readonly File[]) {
    try {
      take(await packedFolder(files));
    } catch (error) {
      setArchive(null);
      if (!(error instanceof UnpackableFolder)) throw error;
      setFailure(t(error.reason, { path: error.path }));
    }
  }

  async function begin(uploadId: string, publish: boolean, { folderName }: FolderArchive) {
    const { data } = await ask({ variables: { input: { uploadId, folderName, publish } } });
    setSent(null);
    if (data) setBegun(data.importAssignment);
  }

  function send(chosen: FolderArchive, publish: boolean) {
    take(chosen);
    setSent(0);
    void startUpload(
      chosen.file,
      { purpose: 'import' },
      {
        onProgress: setSent,
        onDone: (uploadId) => void begin(uploadId, publish, chosen),
        onFailed: ({ message }) => {
          setSent(null);
          setFailure(message || t('unreachable'));
        },
      },
    );
  }

  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <FileButton multiple inputProps={FOLDER} onChange={(files) => void pack(files)}>
          {(props) => (
            <Button {...props} variant="default" disabled={!isLive || isRunning}>
              {t('chooseFolder')}
            </Button>
          )}
        </FileButton>
        <FileButton accept=".gz,.tgz" onChange={(file) => file && take(namedArchive(file))}>
          {(props) => (
            <Button {...props} variant="default" disabled={!isLive || isRunning}>
              {t('chooseArchive')}
            </Button>
          )}
        </FileButton>
      </div>
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
      {newest && <ImportProgress work={newest} isStale={false} isMeasured />}
      <ProblemList problems={newest?.problems ?? []} isFolder />
      {newest?.report && <SplitReport report={newest.report} />}
      {newest?.report && newest.publish && (
        <div className={styles.row}>
          <LinkButton href={`/assignments/${newest.report.slug}`}>{t('open')}</LinkButton>
        </div>
      )}
    </div>
  );
}
