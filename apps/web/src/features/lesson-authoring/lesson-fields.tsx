'use client';

import { NumberInput, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { LESSON_LIMITS } from '@holdout/domain';
import styles from '@/features/versions/authoring.module.css';
import { MarkdownField } from '@/features/versions/markdown-field';
import { TextViews } from '@/features/versions/text-views';
import { linesOf, type LessonText } from './lesson-text';

// Formulas and highlighting are heavy: they arrive when somebody looks at them.
const Prose = dynamic(() => import('@/ui/prose').then((module) => module.Prose));

interface Props {
  text: LessonText;
  /** What students read now; null while nothing is published. */
  published: LessonText | null;
  onChange: (text: LessonText) => void;
}

/** A lesson as its author writes it. */
export function LessonFields({ text, published, onChange }: Props) {
  const t = useTranslations('lessonAuthoring');
  // Typing does not wait for formulas and highlighting.
  const body = useDeferredValue(text.body);
  const read = body ? <Prose text={body} withoutTitle /> : <p>{t('nothingYet')}</p>;
  const change = (part: Partial<LessonText>) => onChange({ ...text, ...part });
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
      <TextViews
        lines={linesOf(text)}
        published={published && linesOf(published)}
        preview={read}
        beside={read}
      >
        <MarkdownField
          label={t('body')}
          description={t('bodyNote')}
          value={text.body}
          maxLength={LESSON_LIMITS.body}
          minRows={16}
          maxRows={40}
          onChange={(written) => change({ body: written })}
        />
      </TextViews>
    </>
  );
}
