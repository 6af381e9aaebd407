'use client';

import { Button, Group, PasswordInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { DeleteAccountDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { apiFailure } from '@/lib/apollo/errors';
import { useWhy } from '@/ui/use-why';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import styles from './settings.module.css';

const GOES = ['name', 'signIn', 'places', 'drawings', 'portfolio'] as const;
const STAYS = ['work', 'results', 'words', 'receipts', 'log'] as const;

/** Says what goes and what stays, and asks for the password. */
export function DeleteAccount() {
  const t = useTranslations('settings.deletion');
  const signIn = useTranslations('signIn');
  const [isAsking, { open, close }] = useDisclosure(false);
  const [password, setPassword] = useState('');
  const [remove, { loading, error }] = useMutation(DeleteAccountDocument, { errorPolicy: 'all' });
  const why = useWhy();
  const failure = error ? apiFailure(error) : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data, error: refused } = await remove({ variables: { password } });
    // A page of its own: nothing of the account may stay in memory.
    if (data && !refused) window.location.assign('/account-deleted');
  }

  return (
    <div className={styles.stack}>
      <div className={styles.twoLists}>
        <Facts title={t('goes')} items={GOES.map((key) => t(`goesList.${key}`))} />
        <Facts title={t('stays')} items={STAYS.map((key) => t(`staysList.${key}`))} />
      </div>
      <p>{t('copies')}</p>
      <div>
        <Button variant="default" onClick={open}>
          {t('open')}
        </Button>
      </div>
      <Dialog isOpen={isAsking} onClose={close} title={t('confirmTitle')}>
        <form onSubmit={(event) => void submit(event)} className={styles.stack}>
          <p>{t('confirmText')}</p>
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={failure?.field === 'password' ? failure.message : null}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': signIn('showPassword') }}
          />
          <div role="alert">
            {failure && failure.field !== 'password' && (
              <Notice meaning="failed" title={t('failed')}>
                {why(error)}
              </Notice>
            )}
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('keep')}
            </Button>
            <Button type="submit" loading={loading}>
              {t('confirm')}
            </Button>
          </Group>
        </form>
      </Dialog>
    </div>
  );
}

function Facts({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h3 className={styles.listTitle}>{title}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
