'use client';

import { Button, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  ProveEmailDomainDocument,
  RemoveEmailDomainDocument,
  type EmailDomainRowFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { Mark } from '@/ui/mark';
import { MutationStatus } from '@/ui/mutation-status';
import { ColumnHeads, Table } from '@/ui/table';
import styles from './single-sign-on.module.css';

/** Domains of the organization, each with the record that shows that it is its own. */
export function DomainTable({ domains }: { domains: EmailDomainRowFragment[] }) {
  const t = useTranslations('singleSignOn');
  const router = useRouter();
  const [prove, { error, loading }] = useMutation(ProveEmailDomainDocument, { errorPolicy: 'all' });
  const [remove] = useMutation(RemoveEmailDomainDocument, { errorPolicy: 'all' });
  return (
    <>
      <MutationStatus error={error} refused={t('notProven')} />
      <Table label={t('domains')} narrow="stacked">
        <ColumnHeads titles={(['domain', 'state', 'record', 'action'] as const).map((key) => t(key))} />
        <tbody>
          {domains.map(({ id, domain, recordName, recordValue, provenAt }) => (
            <tr key={id}>
              <th scope="row">{domain}</th>
              <td data-label={t('state')}>
                <Mark meaning={provenAt ? 'passed' : 'waiting'}>{t(provenAt ? 'proven' : 'unproven')}</Mark>
              </td>
              <td data-label={t('record')} className={styles.record}>
                <code>{recordName}</code> TXT <code>{recordValue}</code>
              </td>
              <td>
                <Group gap="xs">
                  {!provenAt && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={loading}
                      aria-label={t('proveOf', { domain })}
                      onClick={() => void prove({ variables: { id } }).then(() => router.refresh())}
                    >
                      {t('prove')}
                    </Button>
                  )}
                  <ConfirmedButton
                    label={t('remove')}
                    name={t('removeOf', { domain })}
                    title={t('removeOf', { domain })}
                    text={t('removeText')}
                    keep={t('keep')}
                    refused={t('refused')}
                    act={() => remove({ variables: { id } })}
                  />
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
