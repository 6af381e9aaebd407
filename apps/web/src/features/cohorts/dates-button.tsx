'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { DatesFieldsFragment } from '@/generated/graphql';
import { useWhy } from '@/ui/use-why';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import styles from '@/features/settings/settings.module.css';
import { LateFields } from './late-fields';
import { ReasonField } from './reason-field';
import { useDates } from './use-dates';

/** Opens the dates of one assignment. Times are those of the reader's own zone, and the dialog says so. */
export function DatesButton({ cohortId, dates }: { cohortId: string; dates: DatesFieldsFragment }) {
  const why = useWhy();
  const t = useTranslations('cohorts');
  const [isOpen, dialog] = useDisclosure(false);
  const form = useDates(cohortId, dates, dialog.close);
  const { title } = dates.assignment;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={t('changeOf', { title })}>
        {t('change')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('datesOf', { title })}>
        <form className={styles.stack} onSubmit={(event) => void form.submit(event)}>
          {form.times.map(([key, value, change]) => (
            <TextInput
              key={key}
              type="datetime-local"
              label={t(`column.${key}`)}
              description={key === 'opensAt' ? t('yourZone') : undefined}
              value={value}
              onChange={(event) => change(event.currentTarget.value)}
            />
          ))}
          <LateFields {...form.late} />
          <ReasonField value={form.reason} onChange={form.setReason} />
          {form.error && (
            <Notice meaning="failed" title={t('refused')}>
              {why(form.error)}
            </Notice>
          )}
          <Notice meaning="attention" title={t('judgedTitle')}>
            {t('judgedText')}
          </Notice>
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={form.loading}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  );
}
