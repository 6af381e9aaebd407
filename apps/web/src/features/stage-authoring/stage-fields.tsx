'use client';

import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { SKILLS, STAGE_LIMITS, type StageText } from '@holdout/domain';
import styles from '@/features/versions/authoring.module.css';
import { MarkdownField } from '@/features/versions/markdown-field';
import { TextViews } from '@/features/versions/text-views';
import { AnchorFields } from './anchor-fields';
import { StageOverview, StagePreview } from './stage-preview';
import { linesOf } from './stage-text';

interface Props {
  text: StageText;
  /** What students see now; null while nothing is published. */
  published: StageText | null;
  onChange: (text: StageText) => void;
}

/** A stage as its author writes it. */
export function StageFields({ text, published, onChange }: Props) {
  const t = useTranslations('stageAuthoring');
  const skillName = useTranslations('skillName');
  // Typing does not wait for formulas and highlighting.
  const overview = useDeferredValue(text.overview);
  const change = (part: Partial<StageText>) => onChange({ ...text, ...part });
  return (
    <TextViews
      lines={linesOf(text)}
      published={published && linesOf(published)}
      preview={<StagePreview text={text} />}
      beside={<StageOverview overview={overview} />}
    >
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('name')}
          value={text.title}
          maxLength={STAGE_LIMITS.title}
          required
          withAsterisk={false}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <NumberInput
          label={t('passesNeeded')}
          description={t('passesNeededNote')}
          value={text.passesNeeded ?? ''}
          min={1}
          max={STAGE_LIMITS.passesNeeded}
          allowDecimal={false}
          onChange={(count) => change({ passesNeeded: count === '' ? null : Number(count) })}
        />
      </div>
      <Textarea
        label={t('goal')}
        description={t('goalNote')}
        value={text.goal}
        maxLength={STAGE_LIMITS.goal}
        autosize
        minRows={2}
        onChange={(event) => change({ goal: event.currentTarget.value })}
      />
      <Textarea
        label={t('unlocks')}
        description={t('unlocksNote')}
        value={text.unlocks}
        maxLength={STAGE_LIMITS.unlocks}
        autosize
        minRows={2}
        onChange={(event) => change({ unlocks: event.currentTarget.value })}
      />
      <MarkdownField
        label={t('overview')}
        description={t('overviewNote')}
        value={text.overview}
        maxLength={STAGE_LIMITS.overview}
        minRows={8}
        maxRows={30}
        onChange={(written) => change({ overview: written })}
      />
      <fieldset className={styles.choices}>
        <legend>{t('skills')}</legend>
        {SKILLS.map((skill) => (
          <Checkbox
            key={skill}
            label={skillName(skill)}
            checked={text.skills.includes(skill)}
            onChange={(event) =>
              change({
                skills: SKILLS.filter((each) =>
                  each === skill ? event.currentTarget.checked : text.skills.includes(each),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <AnchorFields anchors={text.studyAnchors} onChange={(studyAnchors) => change({ studyAnchors })} />
    </TextViews>
  );
}
