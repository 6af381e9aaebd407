'use client';

import { useTranslations } from 'next-intl';
import { MenuButton } from '@/ui/menu-button';
import styles from './account-menu.module.css';

const fetchMenu = () => import('./account-choices').then((module) => module.AccountChoices);

/** Who is signed in; behind it the theme, and the way out. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('frame');
  return (
    <MenuButton className={styles.account} label={t('account', { name })} fetchMenu={fetchMenu} given={{}}>
      <span className={styles.initials} aria-hidden>
        {initials(name)}
      </span>
      <span className={styles.who}>
        <span>{name}</span>
        <span className={styles.email}>{email}</span>
      </span>
    </MenuButton>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('');
}
