'use client';

import { Button, CopyButton, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { CreateApiKeyDocument, RevokeApiKeyDocument, type SettingsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { LocalTime } from '@/ui/local-time';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import styles from './settings.module.css';

/** Keys for the command line. The secret is shown once. */
export function ApiKeys({ apiKeys }: { apiKeys: SettingsQuery['apiKeys'] }) {
  const why = useWhy();
  const t = useTranslations('settings');
  const router = useRouter();
  const [create, creation] = useMutation(CreateApiKeyDocument, { errorPolicy: 'all' });
  const [revoke, revocation] = useMutation(RevokeApiKeyDocument, { errorPolicy: 'all' });
  const [name, setName] = useState('');
  const created = creation.data?.createApiKey;
  const error = creation.error ?? revocation.error;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { error: refused } = await create({ variables: { name: name.trim() } });
    if (refused) return;
    setName('');
    router.refresh();
  }

  return (
    <div className={styles.stack}>
      <form onSubmit={(event) => void submit(event)} className={styles.row}>
        <TextInput
          label={t('keyName')}
          placeholder={t('keyExample')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          maxLength={60}
        />
        <Button type="submit" loading={creation.loading}>
          {t('createKey')}
        </Button>
      </form>
      <div role="status" className={styles.stack}>
        {error && (
          <Notice meaning="failed" title={t('keyFailed')}>
            {why(error)}
          </Notice>
        )}
        {created && (
          <Notice meaning="attention" title={t('keyOnce')}>
            <p className={styles.secret}>
              <code>{created.secret}</code>
              <CopyButton value={created.secret}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="default" onClick={copy}>
                    {copied ? t('copied') : t('copy')}
                  </Button>
                )}
              </CopyButton>
            </p>
          </Notice>
        )}
      </div>
      {apiKeys.length === 0 ? (
        <Empty title={t('noKeysTitle')}>{t('noKeysText')}</Empty>
      ) : (
        <Table label={t('keys')} narrow="stacked">
          <ColumnHeads
            titles={(['keyName', 'keyStart', 'created', 'lastUsed', 'action'] as const).map((key) => t(key))}
          />
          <tbody>
            {apiKeys.map((key) => (
              <tr key={key.id}>
                <th scope="row">{key.name}</th>
                <td data-label={t('keyStart')}>
                  <code>{key.start}…</code>
                </td>
                <td data-label={t('created')}>
                  <LocalTime at={key.createdAt} style="date" />
                </td>
                <td data-label={t('lastUsed')}>
                  {key.lastUsedAt ? <LocalTime at={key.lastUsedAt} /> : t('never')}
                </td>
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('revokeNamed', { name: key.name })}
                    onClick={() => void revoke({ variables: { id: key.id } }).then(() => router.refresh())}
                  >
                    {t('revoke')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
