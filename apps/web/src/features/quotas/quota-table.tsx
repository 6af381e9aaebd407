'use client';

import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import { RemoveQuotaDocument, type QuotaRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table } from '@/ui/table';

const COLUMNS = ['whom', 'limits', 'reason', 'until', 'action'] as const;
const LIMITS = ['runsPerDay', 'cpuSeconds', 'gpuSeconds', 'storageBytes', 'parallelRuns'] as const;

/** Quotas, newest first: of two that say something of the same, the newer one counts. */
export function QuotaTable({ quotas }: { quotas: QuotaRowFragment[] }) {
  const t = useTranslations('quotas');
  return (
    <Table label={t('quotas')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(key))} />
      <tbody>
        {quotas.map((quota) => (
          <tr key={quota.id}>
            <th scope="row">{t(`scope.${quota.scope}`, { name: quota.name ?? '' })}</th>
            <td data-label={t('limits')}>
              {LIMITS.map((limit) => {
                const value = quota[limit];
                if (value === null) return null;
                return (
                  <div key={limit}>
                    {limit === 'storageBytes'
                      ? t('limit.storageBytes', { value: sizeText(value) })
                      : t(`limit.${limit}`, { value })}
                  </div>
                );
              })}
            </td>
            <td data-label={t('reason')}>{quota.reason}</td>
            <td data-label={t('until')}>
              {quota.isExpired ? (
                <Mark meaning="neutral">{t('expired')}</Mark>
              ) : quota.expiresAt ? (
                <LocalTime at={quota.expiresAt} />
              ) : (
                t('always')
              )}
            </td>
            <td>
              <RemoveQuota quota={quota} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RemoveQuota({ quota }: { quota: QuotaRowFragment }) {
  const t = useTranslations('quotas');
  const [remove] = useMutation(RemoveQuotaDocument, { errorPolicy: 'all' });
  const name = t('removeOf', { whom: t(`scope.${quota.scope}`, { name: quota.name ?? '' }) });
  return (
    <ConfirmedButton
      label={t('remove')}
      name={name}
      title={name}
      text={t('removeText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => remove({ variables: { id: quota.id } })}
    />
  );
}
