'use client';

import { Button, Checkbox, TextInput } from '@mantine/core';
import { ORGANIZATION_LIMITS, slugOf } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { CreateOrganizationDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { OneTimeLink } from '@/ui/one-time-link';

/** Makes an organization; the link for its first administrator is shown once. */
export function NewOrganizationForm() {
  const t = useTranslations('organizations');
  const router = useRouter();
  const [name, setName] = useState('');
  const [slug, setSlug] = useState('');
  const [email, setEmail] = useState('');
  const [hasShippedRoadmap, setShippedRoadmap] = useState(true);
  const [create, { data, error, loading }] = useMutation(CreateOrganizationDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await create({
      variables: { input: { name, slug: slug.trim() || null, email, hasShippedRoadmap } },
    });
    if (answer.error) return;
    setName('');
    setSlug('');
    setEmail('');
    router.refresh();
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
        <TextInput
          label={t('slug')}
          placeholder={slugOf(name, ORGANIZATION_LIMITS.slug)}
          value={slug}
          maxLength={ORGANIZATION_LIMITS.slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <TextInput
          type="email"
          label={t('email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={loading}>
          {t('create')}
        </Button>
      </div>
      <Checkbox
        label={t('shipped')}
        description={t('shippedNote')}
        checked={hasShippedRoadmap}
        onChange={(event) => setShippedRoadmap(event.currentTarget.checked)}
      />
      <MutationStatus error={error} refused={t('refused')}>
        {data && (
          <OneTimeLink link={data.createOrganization.link} isMailed={data.createOrganization.isMailed} />
        )}
      </MutationStatus>
    </form>
  );
}
