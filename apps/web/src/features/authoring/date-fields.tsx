import { TextInput } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { fromField, toField } from '@/features/cohorts/local-date-time';
import type { FormPart } from './draft.types';
import { WholeField } from './whole-field';
import styles from './authoring.module.css';

const DATES = ['opensAt', 'dueAt', 'closesAt'] as const;

/** When it opens, is due and closes, in every cohort that it is opened to. Times are those of the reader's zone. */
export function DateFields({ settings, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  const field = useTranslations('drafts.field');
  // The server does not know the reader's zone.
  const isLive = useMounted();
  return (
    <div className={styles.fields}>
      {DATES.map((date) => (
        <TextInput
          key={date}
          type="datetime-local"
          label={field(date)}
          description={t(`${date}Note`)}
          value={isLive ? toField(settings[date]) : ''}
          error={errorOf(date)}
          onChange={(event) => change({ [date]: fromField(event.currentTarget.value) })}
        />
      ))}
      <WholeField
        label={field('lateDays')}
        note={t('lateDaysNote')}
        value={settings.lateDays}
        usual={0}
        min={1}
        max={60}
        error={errorOf('lateDays')}
        onChange={(lateDays) => change({ lateDays })}
      />
      {settings.lateDays !== null && (
        <WholeField
          label={field('latePercent')}
          note={t('latePercentNote')}
          value={settings.latePercent}
          usual={10}
          min={0}
          max={100}
          suffix=" %"
          error={errorOf('latePercent')}
          onChange={(latePercent) => change({ latePercent })}
        />
      )}
    </div>
  );
}
