'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { RemovePasskeyDocument, type SettingsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import styles from './settings.module.css';

/** Passkeys of the account: signing in with a fingerprint, a face or a security key in place of the password. */
export function Passkeys({ passkeys }: { passkeys: SettingsQuery['passkeys'] }) {
  const t = useTranslations('passkeys');
  const router = useRouter();
  const [remove] = useMutation(RemovePasskeyDocument, { errorPolicy: 'all' });
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const { addPasskey } = await import('@/lib/passkeys');
    const result = await addPasskey(name.trim());
    setBusy(false);
    if (!result.ok)
      return setProblem(result.reason === 'REFUSED' ? result.message : t(`addReason.${result.reason}`));
    setName('');
    router.refresh();
  }

  return (
    <div className={styles.stack}>
      <form onSubmit={(event) => void add(event)} className={styles.row}>
        <TextInput
          label={t('name')}
          placeholder={t('example')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          maxLength={60}
        />
        <Button type="submit" loading={isBusy}>
          {t('add')}
        </Button>
      </form>
      <div role="status">
        {problem && (
          <Notice meaning="failed" title={t('failed')}>
            {problem}
          </Notice>
        )}
      </div>
      {passkeys.length === 0 ? (
        <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
      ) : (
        <Table label={t('title')} narrow="stacked">
          <ColumnHeads titles={[t('name'), t('created'), t('action')]} />
          <tbody>
            {passkeys.map((passkey) => {
              const named = passkey.name || t('unnamed');
              return (
                <tr key={passkey.id}>
                  <th scope="row">{named}</th>
                  <td data-label={t('created')}>
                    {passkey.createdAt && <LocalTime at={passkey.createdAt} style="date" />}
                  </td>
                  <td>
                    <ConfirmedButton
                      label={t('remove')}
                      name={t('removeNamed', { name: named })}
                      title={t('removeTitle', { name: named })}
                      text={t('removeText')}
                      keep={t('keep')}
                      refused={t('failed')}
                      act={() => remove({ variables: { id: passkey.id } })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </div>
  );
}
