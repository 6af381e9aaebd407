'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startUpload } from '@/features/submit/upload';
import { ImportFolderDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import type { DraftImport } from './draft.types';
import { packedFolder, UnpackableFolder, type FolderArchive } from './folder-archive';
import { useImportChanges } from './use-import-changes';

/** From a folder, or an archive of one, to its import: pack, send, ask. */
export function useFolderUpload() {
  const t = useTranslations('drafts.folder');
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

  return { archive, sent, failure, error, newest, isRunning, take, pack, send };
}
