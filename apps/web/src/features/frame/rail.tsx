'use client';

import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Bell } from '@/features/notifications/bell';
import type { Accent, Role } from '@/generated/graphql';
import { AccountMenu } from './account-menu';
import { OrganizationMenu } from './organization-menu';
import { Wordmark } from './wordmark';
import styles from './rail.module.css';

export interface RailViewer {
  name: string;
  email: string;
  isOperator: boolean;
  organization: { slug: string; name: string } | null;
  organizations: { slug: string; name: string }[];
  roles: Role[];
  branding: { accent: Accent; logoUrl: string | null } | null;
}

interface Props {
  viewer: RailViewer;
  /** Made on the server: only there are all their icons. */
  places: ReactNode;
  onOpenPalette: () => void;
}

/** Organization, role, and the few places that role has. */
export function Rail({ viewer, places, onOpenPalette }: Props) {
  const t = useTranslations('frame');
  const roles = useTranslations('roles');
  const held = [...viewer.roles.map((role) => roles(role)), ...(viewer.isOperator ? [t('operator')] : [])];
  const roleText = held.join(', ') || t('noRole');

  return (
    <div className={styles.rail}>
      <div className={styles.top}>
        <Wordmark />
        <OrganizationMenu
          current={viewer.organization}
          all={viewer.organizations}
          roleText={roleText}
          logoUrl={viewer.branding?.logoUrl ?? null}
        />
      </div>
      <UnstyledButton className={styles.search} onClick={onOpenPalette} aria-label={t('openPalette')}>
        <IconSearch size={16} aria-hidden />
        <span>{t('goTo')}</span>
        <Kbd className={styles.kbd}>Ctrl K</Kbd>
      </UnstyledButton>
      {viewer.roles.includes('STUDENT') && <Bell />}
      {places}
      <div className={styles.bottom}>
        <AccountMenu name={viewer.name} email={viewer.email} />
      </div>
    </div>
  );
}
