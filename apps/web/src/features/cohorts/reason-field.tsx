import { TextInput, type TextInputProps } from '@mantine/core';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';

interface Props extends Pick<TextInputProps, 'flex' | 'maw'> {
  value: string;
  onChange: (reason: string) => void;
}

/** Why something is changed for students; it is kept on record. */
export function ReasonField({ value, onChange, ...size }: Props) {
  const t = useTranslations('cohorts');
  return (
    <TextInput
      {...size}
      label={t('reason')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={COHORT_PLAN_LIMITS.reason}
      required
      withAsterisk={false}
    />
  );
}
