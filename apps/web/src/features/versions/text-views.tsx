'use client';

import { useMediaQuery } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Segments } from '@/ui/segments';
import styles from './authoring.module.css';

const TextDifference = dynamic(() => import('./text-difference').then((module) => module.TextDifference));

/** Room for what is written and what becomes of it, side by side. */
const WIDE = '(min-width: 75em)';

const VIEWS = ['write', 'read', 'changes'] as const;
type View = (typeof VIEWS)[number];

interface Props {
  /** The text being written, as lines that can be compared, and the published text; null while nothing is published. */
  lines: string;
  published: string | null;
  /** As a student will see it. */
  preview: ReactNode;
  /** Shown beside the text while it is being written, if there is room for both. */
  beside?: ReactNode;
  /** What it is written in. */
  children: ReactNode;
}

/** A text as its author writes it, as a student will read it, and what differs from what students read now. */
export function TextViews({ lines, published, preview, beside = null, children }: Props) {
  const t = useTranslations('versions');
  const [view, setView] = useState<View>('write');
  const isBeside = useMediaQuery(WIDE, false) && beside !== null;
  const views = VIEWS.filter((known) => known !== 'changes' || published !== null);
  return (
    <>
      <Segments
        label={t('view')}
        value={view}
        onChange={setView}
        options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      {view === 'write' && (
        <div className={isBeside ? styles.beside : styles.stack}>
          {isBeside ? <div className={styles.stack}>{children}</div> : children}
          {isBeside && (
            <section className={styles.reading} aria-label={t('preview')} tabIndex={0}>
              {beside}
            </section>
          )}
        </div>
      )}
      {view === 'read' && <div className={styles.reading}>{preview}</div>}
      {view === 'changes' && published !== null && (
        <TextDifference before={published} after={lines} label={t('views.changes')} />
      )}
    </>
  );
}
