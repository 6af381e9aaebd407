'use client';

import { IconBell } from '@tabler/icons-react';
import { Link } from '@/ui/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { UnreadNotificationsDocument } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';
import styles from './notifications.module.css';

const MOST = 99;

/** A link to the notifications with the number of unread ones, kept up to date by a subscription. */
export function Bell() {
  const t = useTranslations('notifications');
  const path = usePathname();
  const { data } = useSubscription(UnreadNotificationsDocument);
  const unread = data?.unreadNotifications ?? 0;
  return (
    <Link
      href="/notifications"
      className={styles.bell}
      aria-current={path === '/notifications' ? 'page' : undefined}
      aria-label={unread > 0 ? t('bellUnread', { unread }) : t('title')}
    >
      <IconBell size={18} stroke={1.6} aria-hidden />
      <span>{t('title')}</span>
      {unread > 0 && (
        <span className={styles.count} data-testid="unread">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  );
}
