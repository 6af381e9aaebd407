'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { RevokeSessionDocument, type SettingsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { ColumnHeads, Table } from '@/ui/table';
import { deviceText } from './device-text';
import styles from './settings.module.css';

/** Where one is signed in; ending a session works at once. */
export function Sessions({ sessions }: { sessions: SettingsQuery['sessions'] }) {
  const why = useWhy();
  const t = useTranslations('settings');
  const router = useRouter();
  const [revoke, { error }] = useMutation(RevokeSessionDocument, { errorPolicy: 'all' });
  return (
    <div className={styles.stack}>
      {error && (
        <Notice meaning="failed" title={t('sessionFailed')}>
          {why(error)}
        </Notice>
      )}
      <Table label={t('sessions')} narrow="stacked">
        <ColumnHeads titles={(['device', 'since', 'action'] as const).map((key) => t(key))} />
        <tbody>
          {sessions.map((session) => {
            const device = deviceText(session.userAgent) ?? t('unknownDevice');
            return (
              <tr key={session.id}>
                <th scope="row">{device}</th>
                <td data-label={t('since')}>
                  <LocalTime at={session.createdAt} />
                </td>
                <td>
                  {session.isCurrent ? (
                    <Mark meaning="neutral">{t('thisOne')}</Mark>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('endNamed', { device })}
                      onClick={() =>
                        void revoke({ variables: { id: session.id } }).then(() => router.refresh())
                      }
                    >
                      {t('end')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
