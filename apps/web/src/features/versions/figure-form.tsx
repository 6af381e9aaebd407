'use client';

import { Button, FileInput, TextInput } from '@mantine/core';
import { FIGURE_LIMITS, FIGURE_TYPES, isFigureType, sizeText } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '@/ui/notice';
import styles from './authoring.module.css';
import { figureText } from './figure-text';
import { sendFigure } from './send-figure';

/** Uploads a picture and gives the Markdown that shows it. Without saying what it shows, none is put in. */
export function FigureForm({ onFigure }: { onFigure: (markdown: string) => void }) {
  const t = useTranslations('versions.figure');
  const [file, setFile] = useState<File | null>(null);
  const [alternative, setAlternative] = useState('');
  const [caption, setCaption] = useState('');
  const [state, setState] = useState<'idle' | 'sending' | 'done'>('idle');
  const [failure, setFailure] = useState<string | null>(null);
  const most = sizeText(FIGURE_LIMITS.bytes);

  function choose(chosen: File | null) {
    const problem = chosen && problemOf(chosen);
    setFailure(problem);
    setFile(problem ? null : chosen);
    setState('idle');
  }

  function problemOf({ type, size }: File): string | null {
    if (!isFigureType(type)) return t('otherType');
    return size > FIGURE_LIMITS.bytes ? t('tooLarge', { most }) : null;
  }

  async function insert(picture: File) {
    setState('sending');
    setFailure(null);
    try {
      onFigure(figureText({ id: await sendFigure(picture), alternative, caption }));
      setFile(null);
      setAlternative('');
      setCaption('');
      setState('done');
    } catch (error) {
      // What a browser says of a connection is not for readers.
      setFailure(
        (!(error instanceof TypeError) && error instanceof Error && error.message) || t('unreachable'),
      );
      setState('idle');
    }
  }

  return (
    <fieldset className={styles.stack}>
      <legend>{t('heading')}</legend>
      <FileInput
        label={t('file')}
        description={t('fileNote', { most })}
        placeholder={t('choose')}
        accept={FIGURE_TYPES.join(',')}
        clearable
        value={file}
        onChange={choose}
      />
      <TextInput
        label={t('alternative')}
        description={t('alternativeNote')}
        value={alternative}
        maxLength={FIGURE_LIMITS.alternative}
        onChange={(event) => setAlternative(event.currentTarget.value)}
      />
      <TextInput
        label={t('caption')}
        value={caption}
        maxLength={FIGURE_LIMITS.caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button
          variant="default"
          disabled={file === null || alternative.trim() === ''}
          loading={state === 'sending'}
          onClick={() => file && void insert(file)}
        >
          {t('insert')}
        </Button>
        <div role="status">{state === 'done' && <p>{t('inserted')}</p>}</div>
      </div>
      {failure && (
        <Notice meaning="failed" title={t('refused')}>
          {failure}
        </Notice>
      )}
    </fieldset>
  );
}
