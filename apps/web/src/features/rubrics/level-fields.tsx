'use client';

import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CRITERION_LIMITS } from '@holdout/domain';
import type { RubricCriterionFieldsFragment } from '@/generated/graphql';
import styles from './rubrics.module.css';

type Level = RubricCriterionFieldsFragment['levels'][number];

interface Props {
  /** The title of the criterion. */
  title: string;
  levels: readonly Level[];
  onChange: (levels: Level[]) => void;
}

/** What a person chooses among. A choice made already follows the level of its name. */
export function LevelFields({ title, levels, onChange }: Props) {
  const t = useTranslations('rubric');
  const change = (at: number, part: Partial<Level>) =>
    onChange(levels.map((level, index) => (index === at ? { ...level, ...part } : level)));
  return (
    <div className={styles.levels} role="group" aria-label={t('levelsOf', { title })}>
      <p className={styles.label}>{t('levels')}</p>
      {levels.map((level, index) => (
        // The place is what tells levels apart while their names are being written.
        <div key={index} className={styles.level}>
          <NumberInput
            className={styles.number}
            aria-label={t('levelPoints', { number: index + 1 })}
            min={0}
            max={100}
            value={level.points}
            onChange={(value) => change(index, { points: Number(value) })}
          />
          <TextInput
            aria-label={t('levelName', { number: index + 1 })}
            value={level.label}
            maxLength={CRITERION_LIMITS.levelLabel}
            onChange={(event) => change(index, { label: event.currentTarget.value })}
          />
          <TextInput
            className={styles.grow}
            aria-label={t('levelText', { number: index + 1 })}
            value={level.description}
            maxLength={CRITERION_LIMITS.levelDescription}
            onChange={(event) => change(index, { description: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeLevel', { number: index + 1 })}
            onClick={() => onChange(levels.filter((_, other) => other !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {levels.length < CRITERION_LIMITS.levels.most && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...levels, { points: 100, label: '', description: '' }])}
          >
            {t('addLevel')}
          </Button>
        </div>
      )}
    </div>
  );
}
