'use client';

import { Button, Checkbox, FileInput, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Input } from './brought';
import styles from './verify-page.module.css';

/** Upload, paste, address or QR code. */
export function VerifyForm({ onVerify }: { onVerify: (input: Input) => void }) {
  const t = useTranslations('verify.input');
  const [pasted, setPasted] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [isOffline, setOffline] = useState(false);
  // Until the page listens, a file chosen would be lost.
  const isListening = useMounted();

  function submit(event: FormEvent) {
    event.preventDefault();
    onVerify({ pasted, files, isOffline });
  }

  return (
    <form
      className={styles.form}
      aria-busy={!isListening}
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setFiles([...files, ...event.dataTransfer.files]);
      }}
    >
      <Textarea
        label={t('paste')}
        placeholder={t('placeholder')}
        autosize
        minRows={4}
        maxRows={12}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        spellCheck={false}
        classNames={{ input: styles.paste ?? '' }}
      />
      <FileInput
        label={t('files')}
        description={t('filesNote')}
        placeholder={t('choose')}
        leftSection={<IconFileUpload size={16} aria-hidden />}
        disabled={!isListening}
        multiple
        clearable
        accept=".json,application/json,image/*"
        value={files}
        onChange={setFiles}
      />
      <Checkbox
        label={t('offline')}
        checked={isOffline}
        onChange={(event) => setOffline(event.currentTarget.checked)}
      />
      <Button type="submit" disabled={pasted.trim() === '' && files.length === 0}>
        {t('verify')}
      </Button>
    </form>
  );
}
