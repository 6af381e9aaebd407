'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconFileZip, IconFolder, IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { chosenFiles, droppedFiles, type ProjectFile } from './project-files';
import styles from './drop-area.module.css';

interface Props {
  isBusy: boolean;
  isFilled: boolean;
  onFiles: (files: readonly ProjectFile[], isFolder: boolean) => void;
}

/** Where a folder or an archive is dropped, or chosen with the keyboard. */
export function DropArea({ isBusy, isFilled, onFiles }: Props) {
  const t = useTranslations('submit');
  // Before the page is live a drop would open the file in the browser instead.
  const isLive = useMounted();
  const [isOver, setOver] = useState(false);
  const archiveInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  async function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const single = event.dataTransfer.items.length === 1 ? event.dataTransfer.items[0] : undefined;
    const file = single?.webkitGetAsEntry()?.isDirectory === true ? null : single?.getAsFile();
    if (file) return onFiles([{ path: file.name, file }], false);
    onFiles(await droppedFiles(event.dataTransfer), true);
  }

  function choose(event: ChangeEvent<HTMLInputElement>, isFolder: boolean) {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file must be choosable again after it was mended.
    event.currentTarget.value = '';
    onFiles(isFolder ? chosenFiles(files) : files.map((file) => ({ path: file.name, file })), isFolder);
  }

  return (
    <div
      className={styles.area}
      data-over={isOver}
      data-filled={isFilled}
      data-testid="drop-area"
      aria-busy={isBusy || !isLive}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {!isFilled && (
        <>
          <IconUpload size={22} stroke={1.5} aria-hidden className={styles.icon} />
          <p className={styles.title}>{isBusy ? t('checking') : t('drop')}</p>
          <p className={styles.hint}>{t('dropHint')}</p>
        </>
      )}
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileZip size={16} aria-hidden />}
          disabled={isBusy || !isLive}
          onClick={() => archiveInput.current?.click()}
        >
          {t('chooseArchive')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFolder size={16} aria-hidden />}
          disabled={isBusy || !isLive}
          onClick={() => folderInput.current?.click()}
        >
          {t('chooseFolder')}
        </Button>
      </div>
      <input
        ref={archiveInput}
        type="file"
        hidden
        aria-label={t('chooseArchive')}
        accept=".zip,.tgz,.gz,.tar"
        data-testid="archive-input"
        onChange={(event) => choose(event, false)}
      />
      <input
        ref={(input) => {
          folderInput.current = input;
          // React knows the property only by this attribute name.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        multiple
        aria-label={t('chooseFolder')}
        data-testid="folder-input"
        onChange={(event) => choose(event, true)}
      />
    </div>
  );
}
