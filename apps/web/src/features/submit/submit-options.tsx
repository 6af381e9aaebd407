'use client';

import { Checkbox, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { AiUse, DeclarationInput, PolicyFragment } from '@/generated/graphql';
import type { SubmitKind } from './submission.types';
import styles from './submit-panel.module.css';

const AI_USE = ['NONE', 'ASSISTANCE', 'SUBSTANTIAL'] as const satisfies AiUse[];

interface Props {
  kind: SubmitKind;
  onKind: (kind: SubmitKind) => void;
  policy: PolicyFragment;
  /** What the student confirms. */
  integrityPolicy: string;
  /** The meaning of each kind, if it is not rows that are scored. */
  notes?: Readonly<Record<SubmitKind, string>>;
  declaration: DeclarationInput;
  onDeclaration: (declaration: DeclarationInput) => void;
}

/** What the run counts for, and what help went into the work. */
export function SubmitOptions(props: Props) {
  const { kind, onKind, policy, integrityPolicy, notes, declaration, onDeclaration } = props;
  const t = useTranslations('submit');
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('kind')}
        value={kind}
        onChange={(value) => onKind(value === 'CERTIFICATION' ? value : 'PRACTICE')}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="PRACTICE"
            label={t('practice')}
            description={notes?.PRACTICE ?? t('practiceNote', { left: policy.practiceLeftToday })}
          />
          <Radio
            value="CERTIFICATION"
            label={t('certification')}
            description={notes?.CERTIFICATION ?? t('certificationNote', { left: policy.certificationsLeft })}
          />
        </Stack>
      </Radio.Group>
      <Select
        label={t('aiUse')}
        data={AI_USE.map((value) => ({ value, label: t(`ai.${value}`) }))}
        value={declaration.aiUse}
        allowDeselect={false}
        onChange={(value) =>
          onDeclaration({ ...declaration, aiUse: AI_USE.find((known) => known === value) ?? 'NONE' })
        }
      />
      <Textarea
        label={t('help')}
        description={t('helpNote')}
        autosize
        minRows={2}
        maxLength={2000}
        value={declaration.help}
        onChange={(event) => onDeclaration({ ...declaration, help: event.currentTarget.value })}
      />
      <p className={styles.policy}>{integrityPolicy}</p>
      <Checkbox
        label={t('ownWork')}
        description={t('ownWorkNote')}
        checked={declaration.isOwnWork === true}
        onChange={(event) => onDeclaration({ ...declaration, isOwnWork: event.currentTarget.checked })}
      />
    </Stack>
  );
}
