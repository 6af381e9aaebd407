'use client';

import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  ReadAllNotificationsDocument,
  ReadNotificationDocument,
  type NotificationRowFragment,
} from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './notifications.module.css';

/** Notifications, newest first. Following one reads it. */
export function NotificationList({ rows }: { rows: readonly NotificationRowFragment[] }) {
  const t = useTranslations('notifications');
  const router = useRouter();
  // The page was rendered on the server, and so it is again after each change.
  const settled = { onCompleted: () => router.refresh() };
  const [read, one] = useMutation(ReadNotificationDocument, settled);
  const [readAll, all] = useMutation(ReadAllNotificationsDocument, settled);
  const readOne = (id: string) => void read({ variables: { id }, errorPolicy: 'all' });
  return (
    <>
      <Button
        variant="default"
        mb="md"
        loading={all.loading}
        onClick={() => void readAll({ errorPolicy: 'all' })}
      >
        {t('readAll')}
      </Button>
      <MutationStatus error={one.error ?? all.error} refused={t('refused')} />
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} data-testid="notification" data-read={row.isRead}>
            {!row.isRead && <span className={styles.new}>{t('new')}</span>}
            <Link href={placeOf(row)} onClick={() => !row.isRead && readOne(row.id)}>
              {t(`kind.${row.kind}`, { title: row.assignmentTitle })}
            </Link>
            <span className={styles.time}>
              <LocalTime at={row.createdAt} />
            </span>
            {!row.isRead && (
              <Button
                className={styles.action}
                variant="subtle"
                size="compact-sm"
                aria-label={t('readNamed', { title: t(`kind.${row.kind}`, { title: row.assignmentTitle }) })}
                onClick={() => readOne(row.id)}
              >
                {t('read')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function placeOf({ runId, assignmentSlug }: NotificationRowFragment): string {
  return runId === null ? `/assignments/${assignmentSlug}` : `/runs/${runId}`;
}
