'use client';

import { Button, MultiSelect, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CRITERION_LIMITS, SKILLS, WORKFLOW_STEPS } from '@holdout/domain';
import type { RubricCriterionFieldsFragment as Criterion } from '@/generated/graphql';
import { LevelFields } from './level-fields';
import styles from './rubrics.module.css';

interface Props {
  criterion: Criterion;
  /** The weight of all criteria together, to compute this one's share. */
  totalWeight: number;
  onChange: (criterion: Criterion) => void;
  onRemove: () => void;
}

/** One criterion: what it says, what it weighs, and how a person judges it. */
export function CriterionFields({ criterion, totalWeight, onChange, onRemove }: Props) {
  const t = useTranslations('rubric');
  const skills = useTranslations('skillName');
  const steps = useTranslations('workflow');
  const { key, title, mode, weight } = criterion;
  const set = (part: Partial<Criterion>) => onChange({ ...criterion, ...part });
  return (
    <fieldset className={styles.criterion}>
      <legend>
        {title || t('untitled')} <span>{t(`mode.${mode}`)}</span>
      </legend>
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('title')}
          value={title}
          maxLength={CRITERION_LIMITS.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <NumberInput
          className={styles.number}
          label={t('weight')}
          description={t('share', { share: totalWeight === 0 ? 0 : weight / totalWeight })}
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          max={CRITERION_LIMITS.weight}
          value={weight}
          onChange={(value) => set({ weight: Number(value) })}
        />
      </div>
      <Textarea
        label={t('description')}
        value={criterion.description}
        maxLength={CRITERION_LIMITS.text}
        autosize
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <Select
          className={styles.grow}
          label={t('step')}
          data={WORKFLOW_STEPS.map((value) => ({ value, label: steps(value) }))}
          value={criterion.workflowStep}
          allowDeselect={false}
          onChange={(workflowStep) => workflowStep && set({ workflowStep })}
        />
        <MultiSelect
          className={styles.grow}
          label={t('skills')}
          data={SKILLS.map((value) => ({ value, label: skills(value) }))}
          value={criterion.skills}
          onChange={(chosen) => set({ skills: SKILLS.filter((skill) => chosen.includes(skill)) })}
        />
      </div>
      {mode === 'MANUAL' && (
        <>
          <LevelFields title={title} levels={criterion.levels} onChange={(levels) => set({ levels })} />
          <div className={styles.row}>
            <Switch
              className={styles.grow}
              label={t('required')}
              description={t('requiredNote')}
              checked={criterion.isRequired}
              onChange={(event) => set({ isRequired: event.currentTarget.checked })}
            />
            <Button
              variant="subtle"
              color="red"
              onClick={onRemove}
              aria-label={t('removeNamed', { title: title || key })}
            >
              {t('remove')}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  );
}
