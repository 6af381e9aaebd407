'use client';

import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ORGANIZATION_COOKIE } from '@/lib/organization-cookie';
import styles from './organization-menu.module.css';

interface Props {
  current: { slug: string; name: string } | null;
  all: { slug: string; name: string }[];
  roleText: string;
}

/** The organization in view; a menu where the viewer belongs to several. */
export function OrganizationMenu({ current, all, roleText }: Props) {
  const t = useTranslations('frame');
  const label = (
    <span className={styles.label}>
      <span className={styles.name}>{current?.name ?? t('noOrganization')}</span>
      <span className={styles.role}>{roleText}</span>
    </span>
  );
  if (all.length < 2) return <div className={styles.single}>{label}</div>;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={t('switchOrganization')}>
          {label}
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((organization) => (
          <Menu.Item
            key={organization.slug}
            leftSection={
              organization.slug === current?.slug ? <IconCheck size={16} /> : <span className={styles.gap} />
            }
            onClick={() => choose(organization.slug)}
          >
            {organization.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Everything on screen belongs to one organization, so a switch starts from a fresh page. */
function choose(slug: string) {
  document.cookie = `${ORGANIZATION_COOKIE}=${encodeURIComponent(slug)}; path=/; max-age=31536000; samesite=lax`;
  window.location.assign('/');
}
