'use client';

import { Kbd, UnstyledButton } from '@mantine/core';
import {
  IconMap2,
  IconBook2,
  IconListDetails,
  IconCalendarTime,
  IconChecklist,
  IconCertificate,
  IconId,
  IconListCheck,
  IconUserSearch,
  IconHistory,
  IconUsers,
  IconSchool,
  IconShieldCheck,
  IconServer,
  IconGauge,
  IconAdjustmentsHorizontal,
  IconSearch,
} from '@tabler/icons-react';
import { Link } from '@/ui/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bell } from '@/features/notifications/bell';
import type { Role } from '@/generated/graphql';
import { AccountMenu } from './account-menu';
import { OrganizationMenu } from './organization-menu';
import { isCurrent, placesOf, type PlaceKey } from './places';
import { Wordmark } from './wordmark';
import styles from './rail.module.css';

export interface RailViewer {
  name: string;
  email: string;
  isOperator: boolean;
  organization: { slug: string; name: string } | null;
  organizations: { slug: string; name: string }[];
  roles: Role[];
}

const ICONS = {
  roadmap: IconMap2,
  lessons: IconBook2,
  assignments: IconListDetails,
  attempts: IconHistory,
  reviews: IconChecklist,
  cohorts: IconCalendarTime,
  credentials: IconCertificate,
  portfolio: IconId,
  candidates: IconUserSearch,
  shortlist: IconListCheck,
  people: IconUsers,
  lms: IconSchool,
  audit: IconShieldCheck,
  fleet: IconServer,
  quotas: IconGauge,
  settings: IconAdjustmentsHorizontal,
} satisfies Record<PlaceKey, unknown>;

/** Organization, role, and the few places that role has. */
export function Rail({ viewer, onOpenPalette }: { viewer: RailViewer; onOpenPalette: () => void }) {
  const t = useTranslations('frame');
  const roles = useTranslations('roles');
  const path = usePathname();
  const roleText =
    viewer.roles.map((role) => roles(role)).join(', ') || (viewer.isOperator ? t('operator') : t('noRole'));

  return (
    <div className={styles.rail}>
      <div className={styles.top}>
        <Wordmark />
        <OrganizationMenu current={viewer.organization} all={viewer.organizations} roleText={roleText} />
      </div>
      <UnstyledButton className={styles.search} onClick={onOpenPalette} aria-label={t('openPalette')}>
        <IconSearch size={16} aria-hidden />
        <span>{t('goTo')}</span>
        <Kbd className={styles.kbd}>Ctrl K</Kbd>
      </UnstyledButton>
      {viewer.roles.includes('STUDENT') && <Bell />}
      <nav aria-label={t('places')}>
        <ul className={styles.places}>
          {placesOf(viewer.roles).map((place) => {
            const Icon = ICONS[place.key];
            return (
              <li key={place.key}>
                <Link
                  href={place.href}
                  className={styles.place}
                  aria-current={isCurrent(place, path) ? 'page' : undefined}
                >
                  <Icon size={18} stroke={1.6} aria-hidden />
                  {t(`place.${place.key}`)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.bottom}>
        <AccountMenu name={viewer.name} email={viewer.email} />
      </div>
    </div>
  );
}
