'use client';

import { Button, FileButton } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { namedArchive, type FolderArchive } from './folder-archive';
import styles from './authoring.module.css';

/** Not in the types of React, and in every browser. */
const FOLDER: object = { webkitdirectory: '' };

interface Props {
  isRunning: boolean;
  onFolder: (files: readonly File[]) => void;
  onArchive: (archive: FolderArchive) => void;
}

/** An assignment's folder, or an archive that was packed of it. */
export function FolderChoice({ isRunning, onFolder, onArchive }: Props) {
  const t = useTranslations('drafts.folder');
  const isLive = useMounted();
  const isDisabled = !isLive || isRunning;
  return (
    <div className={styles.row}>
      <FileButton multiple inputProps={FOLDER} onChange={onFolder}>
        {(props) => (
          <Button {...props} variant="default" disabled={isDisabled}>
            {t('chooseFolder')}
          </Button>
        )}
      </FileButton>
      <FileButton accept=".gz,.tgz" onChange={(file) => file && onArchive(namedArchive(file))}>
        {(props) => (
          <Button {...props} variant="default" disabled={isDisabled}>
            {t('chooseArchive')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
