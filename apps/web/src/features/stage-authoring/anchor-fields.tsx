'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { STAGE_LIMITS, type StudyAnchor } from '@holdout/domain';
import styles from '@/features/versions/authoring.module.css';

const NO_ANCHOR: StudyAnchor = { title: '', provider: '', url: '', why: '' };
const LABEL = { title: 'anchorTitle', provider: 'provider', url: 'url', why: 'why' } as const;
const KEYS = Object.keys(LABEL) as (keyof StudyAnchor)[];

interface Props {
  anchors: StudyAnchor[];
  onChange: (anchors: StudyAnchor[]) => void;
}

/** Courses and books elsewhere that cover the ground of a stage. */
export function AnchorFields({ anchors, onChange }: Props) {
  const t = useTranslations('stageAuthoring');
  return (
    <fieldset className={styles.stack}>
      <legend>{t('anchors')}</legend>
      <p className={styles.quiet}>{t('anchorsNote')}</p>
      {anchors.map((anchor, index) => (
        <fieldset key={index} className={styles.row}>
          <legend className={styles.quiet}>{t('anchor', { number: index + 1 })}</legend>
          {KEYS.map((key) => (
            <TextInput
              key={key}
              className={styles.grow}
              label={t(LABEL[key])}
              value={anchor[key]}
              maxLength={STAGE_LIMITS.anchor[key]}
              onChange={(event) =>
                onChange(anchors.with(index, { ...anchor, [key]: event.currentTarget.value }))
              }
            />
          ))}
          <Button
            variant="default"
            aria-label={t('removeAnchor', { number: index + 1 })}
            onClick={() => onChange(anchors.toSpliced(index, 1))}
          >
            {t('remove')}
          </Button>
        </fieldset>
      ))}
      {anchors.length < STAGE_LIMITS.anchors && (
        <Button
          className={styles.views}
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...anchors, NO_ANCHOR])}
        >
          {t('addAnchor')}
        </Button>
      )}
    </fieldset>
  );
}
