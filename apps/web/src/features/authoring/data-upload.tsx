'use client';

import { FileInput, Progress } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { DRAFT_LIMITS, sizeText } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startUpload } from '@/features/submit/upload';
import { BeginAssignmentDraftDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import styles from './authoring.module.css';

/**
 * Uploads a labelled dataset and opens a new draft based on it. An interrupted upload is resumed when the same file is
 * chosen again.
 */
export function DataUpload() {
  const t = useTranslations('drafts.upload');
  const router = useRouter();
  const isLive = useMounted();
  const [sent, setSent] = useState<{ file: File; bytes: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [begin, { error, reset }] = useMutation(BeginAssignmentDraftDocument, { errorPolicy: 'all' });

  async function open(uploadId: string) {
    const { data } = await begin({ variables: { uploadId } });
    if (data) router.push(`/drafts/${data.beginAssignmentDraft.id}`);
    else setSent(null);
  }

  function send(file: File | null) {
    reset();
    setFailure(null);
    if (!file) return;
    setSent({ file, bytes: 0 });
    void startUpload(
      file,
      { purpose: 'dataset' },
      {
        onProgress: (bytes) => setSent({ file, bytes }),
        onDone: (uploadId) => void open(uploadId),
        onFailed: ({ message }) => {
          setSent(null);
          setFailure(message || t('unreachable'));
        },
      },
    );
  }

  return (
    <div className={styles.stack}>
      <FileInput
        label={t('file')}
        description={t('fileNote', { most: sizeText(DRAFT_LIMITS.dataBytes) })}
        placeholder={t('choose')}
        accept=".csv,.gz,.parquet,.npz,text/csv"
        maw={420}
        disabled={!isLive || sent !== null}
        value={sent?.file ?? null}
        onChange={send}
      />
      {sent && (
        <div role="status" className={styles.progress}>
          <p>{t('sent', { sent: sizeText(sent.bytes), total: sizeText(sent.file.size) })}</p>
          <Progress value={(100 * sent.bytes) / Math.max(1, sent.file.size)} aria-label={t('progress')} />
        </div>
      )}
      {failure && (
        <Notice meaning="failed" title={t('refused')}>
          {failure}
        </Notice>
      )}
      <MutationStatus error={error} refused={t('refused')} />
    </div>
  );
}
