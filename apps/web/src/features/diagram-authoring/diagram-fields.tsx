'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { DIAGRAM_LIMITS, type DiagramText } from '@holdout/domain';
import styles from '@/features/versions/authoring.module.css';
import { TextViews } from '@/features/versions/text-views';
import { DiagramBoard } from './diagram-board';
import { keyFor, linesOf } from './diagram-text';
import { PartFields } from './part-fields';

interface Props {
  text: DiagramText;
  /** What students see now; null while nothing is published. */
  published: DiagramText | null;
  stages: readonly { slug: string; title: string }[];
  /** As a student will see what is saved. */
  preview: ReactNode;
  onChange: (text: DiagramText) => void;
}

/** A concept diagram as its author draws it. */
export function DiagramFields({ text, published, stages, preview, onChange }: Props) {
  const t = useTranslations('diagramAuthoring');
  const change = (part: Partial<DiagramText>) => onChange({ ...text, ...part });
  return (
    <TextViews lines={linesOf(text)} published={published && linesOf(published)} preview={preview}>
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('name')}
          value={text.title}
          maxLength={DIAGRAM_LIMITS.title}
          required
          withAsterisk={false}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('stage')}
          value={text.stageSlug ?? ''}
          data={[
            { value: '', label: t('noStage') },
            ...stages.map(({ slug, title }) => ({ value: slug, label: title })),
          ]}
          onChange={(event) => change({ stageSlug: event.currentTarget.value || null })}
        />
      </div>
      <Textarea
        label={t('summary')}
        description={t('summaryNote')}
        value={text.summary}
        maxLength={DIAGRAM_LIMITS.summary}
        autosize
        minRows={2}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      <DiagramBoard text={text} onChange={onChange} />
      <PartFields text={text} onChange={onChange} />
      <Distractors text={text} onChange={onChange} />
    </TextViews>
  );
}

/** One line each. A line keeps its name as long as it reads the same. */
function Distractors({ text, onChange }: Pick<Props, 'text' | 'onChange'>) {
  const t = useTranslations('diagramAuthoring');
  const [typed, setTyped] = useState<string | null>(null);

  function type(value: string) {
    setTyped(value);
    const labels = [...new Set(value.split('\n').map((line) => line.trim().slice(0, DIAGRAM_LIMITS.label)))];
    let next: DiagramText = { ...text, distractors: [] };
    for (const label of labels.filter(Boolean)) {
      const known = text.distractors.find((each) => each.label === label);
      next = { ...next, distractors: [...next.distractors, known ?? { key: keyFor(label, next), label }] };
    }
    onChange(next);
  }

  return (
    <Textarea
      label={t('distractors')}
      description={t('distractorsNote')}
      value={typed ?? text.distractors.map(({ label }) => label).join('\n')}
      autosize
      minRows={2}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
