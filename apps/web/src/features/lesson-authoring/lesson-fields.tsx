'use client';

import { NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LESSON_LIMITS } from '@holdout/domain';
import type { LessonText } from './lesson-text';
import styles from './lesson-authoring.module.css';

// Formulas, highlighting and differences are heavy: they arrive when somebody looks at them.
const Prose = dynamic(() => import('@/ui/prose').then((module) => module.Prose));
const TextDifference = dynamic(() => import('./text-difference').then((module) => module.TextDifference));

const VIEWS = ['write', 'read', 'changes'] as const;
type View = (typeof VIEWS)[number];

interface Props {
  text: LessonText;
  /** What students read now; null while nothing is published. */
  published: LessonText | null;
  onChange: (text: LessonText) => void;
}

/** A lesson as its author writes it, as a student will read it, and what differs from what students read now. */
export function LessonFields({ text, published, onChange }: Props) {
  const t = useTranslations('lessonAuthoring');
  const [view, setView] = useState<View>('write');
  const change = (part: Partial<LessonText>) => onChange({ ...text, ...part });
  const views = VIEWS.filter((known) => known !== 'changes' || published);
  return (
    <>
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('title')}
          value={text.title}
          maxLength={LESSON_LIMITS.title}
          required
          withAsterisk={false}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <NumberInput
          className={styles.number}
          label={t('minutes')}
          value={text.minutes}
          min={LESSON_LIMITS.minutes.least}
          max={LESSON_LIMITS.minutes.most}
          allowDecimal={false}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
        />
      </div>
      <TextInput
        label={t('summary')}
        description={t('summaryNote')}
        value={text.summary}
        maxLength={LESSON_LIMITS.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      <SegmentedControl
        className={styles.views}
        aria-label={t('view')}
        value={view}
        onChange={setView}
        data={views.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      {view === 'write' && (
        <Textarea
          label={t('body')}
          description={t('bodyNote')}
          value={text.body}
          maxLength={LESSON_LIMITS.body}
          autosize
          minRows={16}
          maxRows={40}
          classNames={{ input: styles.source }}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
      )}
      {view === 'read' && (
        <div className={styles.reading}>
          {text.body ? <Prose text={text.body} withoutTitle /> : <p>{t('nothingYet')}</p>}
        </div>
      )}
      {view === 'changes' && published && (
        <TextDifference before={published} after={text} label={t('views.changes')} />
      )}
    </>
  );
}
