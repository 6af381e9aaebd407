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
  IconBuilding,
  IconBuildingCommunity,
  IconSchool,
  IconShieldCheck,
  IconServer,
  IconGauge,
  IconAdjustmentsHorizontal,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Role } from '@/generated/graphql';
import { PlaceLink } from './place-link';
import { placesOf, type PlaceKey } from './places';
import styles from './rail.module.css';

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
  organization: IconBuilding,
  organizations: IconBuildingCommunity,
  lms: IconSchool,
  audit: IconShieldCheck,
  fleet: IconServer,
  quotas: IconGauge,
  settings: IconAdjustmentsHorizontal,
} satisfies Record<PlaceKey, unknown>;

/** The places of these roles. A server component: a reader's browser needs the icons of a few, not of all. */
export function RailPlaces({ roles, isOperator }: { roles: Role[]; isOperator: boolean }) {
  const t = useTranslations('frame');
  return (
    <nav aria-label={t('places')}>
      <ul className={styles.places}>
        {placesOf(roles, isOperator).map((place) => {
          const Icon = ICONS[place.key];
          return (
            <li key={place.key}>
              <PlaceLink place={place}>
                <Icon size={18} stroke={1.6} aria-hidden />
                {t(`place.${place.key}`)}
              </PlaceLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
