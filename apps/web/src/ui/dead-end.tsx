import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import type { ReactNode } from 'react';
import styles from './dead-end.module.css';

/** A page that says why there is nothing here, and the way on. */
export function DeadEnd({
  code,
  title,
  children,
  action,
}: {
  code: string;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  const t = useTranslations('deadEnd');
  return (
    <div className={styles.page}>
      <p className={styles.code}>{code}</p>
      <h1>{title}</h1>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>
        {action}
        <LinkButton href="/" variant={action ? 'default' : 'filled'}>
          {t('home')}
        </LinkButton>
      </div>
    </div>
  );
}
