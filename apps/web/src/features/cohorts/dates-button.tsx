'use client';

import { Button, Group, NumberInput, Switch, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { COHORT_PLAN_LIMITS } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { SetAssignmentDatesDocument, type DatesFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import styles from '@/features/settings/settings.module.css';
import { fromField, toField } from './local-date-time';

/** Opens the dates of one assignment. Times are those of the reader's own zone, and the dialog says so. */
export function DatesButton({ cohortId, dates }: { cohortId: string; dates: DatesFieldsFragment }) {
  const why = useWhy();
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [opensAt, setOpens] = useState(toField(dates.opensAt));
  const [dueAt, setDue] = useState(toField(dates.dueAt));
  const [closesAt, setCloses] = useState(toField(dates.closesAt));
  const [takesLate, setTakesLate] = useState(dates.latePolicy !== null);
  const [percent, setPercent] = useState((dates.latePolicy?.perDayPenalty ?? 0.1) * 100);
  const [days, setDays] = useState(dates.latePolicy?.maxDays ?? 3);
  const [reason, setReason] = useState('');
  const [set, { loading, error }] = useMutation(SetAssignmentDatesDocument, { errorPolicy: 'all' });
  const { title, slug } = dates.assignment;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const latePolicy = takesLate ? { perDayPenalty: percent / 100, maxDays: days } : null;
    const when = { opensAt: fromField(opensAt), dueAt: fromField(dueAt), closesAt: fromField(closesAt) };
    const answer = await set({
      variables: { input: { cohortId, assignmentSlug: slug, ...when, latePolicy, reason } },
    });
    if (answer.error) return;
    dialog.close();
    setReason('');
    router.refresh();
  }

  const fields = [
    ['opensAt', opensAt, setOpens],
    ['dueAt', dueAt, setDue],
    ['closesAt', closesAt, setCloses],
  ] as const;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={t('changeOf', { title })}>
        {t('change')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('datesOf', { title })}>
        <form className={styles.stack} onSubmit={(event) => void submit(event)}>
          {fields.map(([key, value, change]) => (
            <TextInput
              key={key}
              type="datetime-local"
              label={t(`column.${key}`)}
              description={key === 'opensAt' ? t('yourZone') : undefined}
              value={value}
              onChange={(event) => change(event.currentTarget.value)}
            />
          ))}
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
          <TextInput
            label={t('reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={COHORT_PLAN_LIMITS.reason}
            required
            withAsterisk={false}
          />
          {error && (
            <Notice meaning="failed" title={t('refused')}>
              {why(error)}
            </Notice>
          )}
          <Notice meaning="attention" title={t('judgedTitle')}>
            {t('judgedText')}
          </Notice>
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={loading}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  );
}
