'use client';

import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { ORGANIZATION_LIMITS, slugOf } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { fromField, toField } from '@/features/cohorts/local-date-time';
import styles from '@/features/settings/settings.module.css';
import type { CohortRowFragment, CohortSettingsInput } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';

interface Props {
  /** Null for a new one. */
  cohort: CohortRowFragment | null;
  save: (input: CohortSettingsInput, slug: string | null) => Promise<{ error?: unknown }>;
  onClose: () => void;
}

/** Name, clock and days of a cohort. Times are those of the reader's own zone, and the form says so. */
export function CohortFields({ cohort, save, onClose }: Props) {
  const t = useTranslations('organization');
  const router = useRouter();
  const [name, setName] = useState(cohort?.name ?? '');
  const [slug, setSlug] = useState('');
  const [timeZone, setTimeZone] = useState(
    cohort?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const [startsAt, setStarts] = useState(toField(cohort?.startsAt));
  const [endsAt, setEnds] = useState(toField(cohort?.endsAt));
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setState({ isBusy: true });
    const days = { startsAt: fromField(startsAt), endsAt: fromField(endsAt) };
    const { error } = await save({ name, timeZone, ...days }, slug.trim() || null);
    setState({ isBusy: false, error });
    if (error) return;
    onClose();
    router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('name')}
        value={name}
        maxLength={ORGANIZATION_LIMITS.name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        withAsterisk={false}
        data-autofocus
      />
      {!cohort && (
        <TextInput
          label={t('slug')}
          description={t('slugNote')}
          placeholder={slugOf(name, ORGANIZATION_LIMITS.slug)}
          value={slug}
          maxLength={ORGANIZATION_LIMITS.slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
      )}
      <Autocomplete
        label={t('timeZone')}
        description={t('timeZoneNote')}
        data={['UTC', ...Intl.supportedValuesOf('timeZone')]}
        limit={20}
        value={timeZone}
        onChange={setTimeZone}
        required
        withAsterisk={false}
      />
      <TextInput
        type="datetime-local"
        label={t('startsAt')}
        description={t('startsNote')}
        value={startsAt}
        onChange={(event) => setStarts(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('endsAt')}
        description={t('endsNote')}
        value={endsAt}
        onChange={(event) => setEnds(event.currentTarget.value)}
      />
      <MutationStatus error={state.error} refused={t('refused')} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={state.isBusy}>
          {t(cohort ? 'save' : 'createCohort')}
        </Button>
      </Group>
    </form>
  );
}
