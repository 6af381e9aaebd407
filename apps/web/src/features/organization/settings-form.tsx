'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ACCENTS, ORGANIZATION_LIMITS } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { SetOrganizationSettingsDocument, type OrganizationSettingsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import own from './organization.module.css';

/** Name and colour. The colour is shown beside its name before it is everybody's. */
export function SettingsForm({ settings }: { settings: OrganizationSettingsQuery['organizationSettings'] }) {
  const t = useTranslations('organization');
  const router = useRouter();
  const [name, setName] = useState(settings.name);
  const [accent, setAccent] = useState(settings.accent);
  const [set, { data, error, loading }] = useMutation(SetOrganizationSettingsDocument, {
    errorPolicy: 'all',
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await set({ variables: { input: { name, accent } } });
    if (!answer.error) router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.stack}>
      <div className={styles.row}>
        <TextInput
          label={t('name')}
          value={name}
          maxLength={ORGANIZATION_LIMITS.name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <NativeSelect
          label={t('accent')}
          leftSection={<span className={own.swatch} data-swatch={accent} aria-hidden />}
          value={accent}
          data={ACCENTS.map((value) => ({ value, label: t(`accents.${value}`) }))}
          onChange={(event) =>
            setAccent(ACCENTS.find((known) => known === event.currentTarget.value) ?? 'TEAL')
          }
        />
        <Button type="submit" loading={loading}>
          {t('save')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <Notice meaning="passed" title={t('saved')} />}
      </MutationStatus>
    </form>
  );
}
