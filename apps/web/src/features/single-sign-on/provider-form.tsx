'use client';

import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { SetSingleSignOnDocument, type SingleSignOnQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import own from './single-sign-on.module.css';

type Provider = SingleSignOnQuery['singleSignOn']['provider'];

/** What the organization's provider says about this platform. The secret is never shown again. */
export function ProviderForm({ provider }: { provider: Provider }) {
  const t = useTranslations('singleSignOn');
  const router = useRouter();
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [joins, setJoins] = useState(provider?.joinsAsStudent ?? false);
  const [set, { data, error, loading }] = useMutation(SetSingleSignOnDocument, { errorPolicy: 'all' });
  const isSame = provider?.issuer === issuer.trim() && provider.clientId === clientId.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await set({
      variables: { input: { issuer, clientId, clientSecret: secret || null, joinsAsStudent: joins } },
    });
    if (answer.error) return;
    setSecret('');
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.stack}>
      <TextInput
        type="url"
        label={t('issuer')}
        description={t('issuerHelp')}
        value={issuer}
        onChange={(event) => setIssuer(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <div className={styles.row}>
        <TextInput
          label={t('clientId')}
          value={clientId}
          onChange={(event) => setClientId(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <PasswordInput
          className={own.secret}
          label={t('clientSecret')}
          description={isSame ? t('secretKept') : undefined}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          required={!isSame}
          withAsterisk={false}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('showSecret') }}
        />
      </div>
      <Checkbox
        label={t('joins')}
        description={t('joinsHelp')}
        checked={joins}
        onChange={(event) => setJoins(event.currentTarget.checked)}
      />
      <div>
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
