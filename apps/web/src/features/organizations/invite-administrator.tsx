'use client';

import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { InviteAdministratorDocument, type WatchedOrganizationRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Dialog } from '@/ui/dialog';
import { MutationStatus } from '@/ui/mutation-status';
import { OneTimeLink } from '@/ui/one-time-link';

/** Lets an administrator in where nobody is left who could. */
export function InviteAdministrator({ organization }: { organization: WatchedOrganizationRowFragment }) {
  const t = useTranslations('organizations');
  const [isOpen, dialog] = useDisclosure(false);
  const title = t('inviteOf', { name: organization.name });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={title} onClick={dialog.open}>
        {t('invite')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={title}>
        <InviteForm id={organization.id} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

function InviteForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('organizations');
  const [email, setEmail] = useState('');
  const [invite, { data, error, loading }] = useMutation(InviteAdministratorDocument, { errorPolicy: 'all' });

  function submit(event: FormEvent) {
    event.preventDefault();
    void invite({ variables: { id, email } });
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <Text>{t('inviteText')}</Text>
      <TextInput
        type="email"
        label={t('administratorEmail')}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <MutationStatus error={error} refused={t('refused')}>
        {data && (
          <OneTimeLink link={data.inviteAdministrator.link} isMailed={data.inviteAdministrator.isMailed} />
        )}
      </MutationStatus>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button type="submit" loading={loading}>
          {t('invite')}
        </Button>
      </Group>
    </form>
  );
}
