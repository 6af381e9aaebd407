'use client';

import { Button } from '@mantine/core';
import { Link } from '@/ui/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  ReadAllNotificationsDocument,
  ReadNotificationDocument,
  type NotificationRowFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LocalTime } from '@/ui/local-time';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './notifications.module.css';

/** Notifications, newest first. Following one reads it. */
export function NotificationList({ rows: given }: { rows: readonly NotificationRowFragment[] }) {
  const t = useTranslations('notifications');
  const router = useRouter();
  const [readHere, setReadHere] = useState<ReadonlySet<string>>(new Set());
  const [read, one] = useMutation(ReadNotificationDocument);
  const [readAll, all] = useMutation(ReadAllNotificationsDocument);
  const rows = given.map((row) => ({ ...row, isRead: row.isRead || readHere.has(row.id) }));

  function settle(ids: readonly string[]) {
    setReadHere((known) => new Set([...known, ...ids]));
    // What the server rendered is shown again on the way back.
    router.refresh();
  }

  async function readOne(id: string) {
    const { data } = await read({ variables: { id }, errorPolicy: 'all' });
    if (data) settle([id]);
  }

  async function readEvery() {
    const { data } = await readAll({ errorPolicy: 'all' });
    if (data) settle(rows.map(({ id }) => id));
  }

  return (
    <>
      <Button variant="default" mb="md" loading={all.loading} onClick={() => void readEvery()}>
        {t('readAll')}
      </Button>
      <MutationStatus error={one.error ?? all.error} refused={t('refused')} />
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} data-testid="notification" data-read={row.isRead}>
            {!row.isRead && <span className={styles.new}>{t('new')}</span>}
            <Link href={placeOf(row)} onClick={() => void (row.isRead || readOne(row.id))}>
              {t(`kind.${row.kind}`, { title: row.title })}
            </Link>
            <span className={styles.time}>
              <LocalTime at={row.createdAt} />
            </span>
            {!row.isRead && (
              <Button
                className={styles.action}
                variant="subtle"
                size="compact-sm"
                aria-label={t('readNamed', { title: t(`kind.${row.kind}`, { title: row.title }) })}
                onClick={() => void readOne(row.id)}
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

function placeOf({ kind, runId, assignmentSlug }: NotificationRowFragment): string {
  if (runId !== null) return kind === 'ANSWERED' ? `/runs/${runId}/score#regrade` : `/runs/${runId}`;
  if (kind === 'CONTACTED') return '/portfolio#contacts';
  if (kind === 'IMPERSONATED') return '/settings#impersonations';
  return assignmentSlug === null ? '/announcements' : `/assignments/${assignmentSlug}`;
}
