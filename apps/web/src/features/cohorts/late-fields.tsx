'use client';

import { Group, NumberInput, Switch } from '@mantine/core';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import type { LatePolicy } from './use-dates';

/** What becomes of late work. */
export function LateFields({ takesLate, setTakesLate, percent, setPercent, days, setDays }: LatePolicy) {
  const t = useTranslations('cohorts');
  return (
    <>
      <Switch
        label={t('takesLate')}
        description={t('takesLateNote')}
        checked={takesLate}
        onChange={(event) => setTakesLate(event.currentTarget.checked)}
      />
      {takesLate && (
        <Group grow>
          <NumberInput
            label={t('perDay')}
            suffix=" %"
            min={0}
            max={100}
            value={percent}
            onChange={(value) => setPercent(Number(value))}
          />
          <NumberInput
            label={t('maxDays')}
            min={1}
            max={COHORT_PLAN_LIMITS.lateDays}
            value={days}
            onChange={(value) => setDays(Number(value))}
          />
        </Group>
      )}
    </>
  );
}
