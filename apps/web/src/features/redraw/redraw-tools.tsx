'use client';

import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconEraser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/ui/dialog';
import type { Strokes } from './strokes';
import type { Saving } from '@/lib/use-saving';
import styles from './redraw-desk.module.css';

interface Props {
  strokes: Strokes;
  saving: Saving;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
  onRetry: () => void;
}

/** Undo, redo, start over (after a confirmation), and whether everything is saved. */
export function RedrawTools({ strokes, saving, onUndo, onRedo, onClear, onRetry }: Props) {
  const t = useTranslations('redraw');
  const [isAsking, setAsking] = useState(false);
  const { nodes, edges } = strokes.now;
  return (
    <div className={styles.tools}>
      <span className={styles.saving} role="status" data-testid="saving" data-state={saving.state}>
        {saving.state === 'failed' ? (
          <>
            {saving.message || t('notSaved')}{' '}
            <Button size="compact-xs" variant="default" onClick={onRetry}>
              {t('saveAgain')}
            </Button>
          </>
        ) : (
          t(saving.state)
        )}
      </span>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={strokes.past.length === 0}
        onClick={onUndo}
      >
        {t('undo')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        disabled={strokes.future.length === 0}
        onClick={onRedo}
      >
        {t('redo')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconEraser size={16} aria-hidden />}
        disabled={nodes.length === 0}
        onClick={() => setAsking(true)}
      >
        {t('reset')}
      </Button>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('resetTitle')}>
        <p>{t('resetText', { labels: nodes.length, arrows: edges.length })}</p>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t('keep')}
          </Button>
          <Button
            onClick={() => {
              setAsking(false);
              onClear();
            }}
          >
            {t('resetConfirm')}
          </Button>
        </Group>
      </Dialog>
    </div>
  );
}
