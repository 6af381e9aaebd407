'use client';

import { IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { MenuButton } from '@/ui/menu-button';
import styles from './organization-menu.module.css';

const fetchMenu = () => import('./organization-choices').then((module) => module.OrganizationChoices);

interface Props {
  current: { slug: string; name: string } | null;
  all: { slug: string; name: string }[];
  roleText: string;
  /** The organization's own. */
  logoUrl: string | null;
}

/** The organization in view; a menu where the viewer belongs to several. */
export function OrganizationMenu({ current, all, roleText, logoUrl }: Props) {
  const t = useTranslations('frame');
  const label = (
    <span className={styles.label}>
      {logoUrl && <img src={logoUrl} alt="" className={styles.logo} />}
      <span className={styles.name}>{current?.name ?? t('noOrganization')}</span>
      <span className={styles.role}>{roleText}</span>
    </span>
  );
  if (all.length < 2) return <div className={styles.single}>{label}</div>;
  return (
    <MenuButton
      className={styles.button}
      label={t('switchOrganization')}
      fetchMenu={fetchMenu}
      given={{ currentSlug: current?.slug, all }}
    >
      {label}
      <IconSelector size={16} aria-hidden />
    </MenuButton>
  );
}
