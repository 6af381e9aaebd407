'use client';

import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import styles from './grading-desk.module.css';

interface Props {
  label: string;
  onSend: (text: string) => Promise<boolean>;
  onCancel?: () => void;
}

/** Ctrl-Enter sends, Escape cancels. The text stays if the API refuses it. */
export function CommentForm({ label, onSend, onCancel }: Props) {
  const t = useTranslations('reviews');
  const [text, setText] = useState('');

  async function send() {
    if (text.trim() !== '' && (await onSend(text))) setText('');
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && onCancel) onCancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Ctrl-Enter finishes the whole review elsewhere on the page.
    event.stopPropagation();
    void send();
  }

  return (
    <div className={styles.commentForm}>
      <Textarea
        label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={4000}
        autosize
        minRows={2}
        data-autofocus
        autoFocus={Boolean(onCancel)}
      />
      <div className={styles.saved}>
        <Button size="compact-sm" onClick={() => void send()} disabled={text.trim() === ''}>
          {t('send')}
        </Button>
        {onCancel && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
