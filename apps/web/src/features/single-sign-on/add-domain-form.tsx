'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { AddEmailDomainDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

/** Names a domain; its record is shown then. */
export function AddDomainForm() {
  const t = useTranslations('singleSignOn');
  const router = useRouter();
  const [domain, setDomain] = useState('');
  const [add, { error, loading }] = useMutation(AddEmailDomainDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await add({ variables: { domain } });
    if (answer.error) return;
    setDomain('');
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.stack}>
      <div className={styles.row}>
        <TextInput
          label={t('domain')}
          placeholder="students.example.org"
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <Button type="submit" variant="default" loading={loading}>
          {t('addDomain')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
