'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/ui/link';
import { isCurrent, type Place } from './places';
import styles from './rail.module.css';

/** A place of the rail, marked where the reader is. */
export function PlaceLink({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <Link
      href={place.href}
      className={styles.place}
      aria-current={isCurrent(place, usePathname()) ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}
