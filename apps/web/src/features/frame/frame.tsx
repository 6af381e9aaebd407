'use client';

import { Burger } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { useLeaving } from '@/lib/use-leaving';
import { useOnDemand } from '@/lib/use-on-demand';
import { PageSkeleton } from '@/ui/skeleton';
import { Rail, type RailViewer } from './rail';
import { Wordmark } from './wordmark';
import styles from './frame.module.css';

interface Props {
  viewer: RailViewer;
  places: ReactNode;
  /** Above every page. */
  banner?: ReactNode;
  children: ReactNode;
}

/** Rail at the left, or behind a button where narrow; the page beside it; the palette above everything. */
export function Frame({ viewer, places, banner, children }: Props) {
  const t = useTranslations('frame');
  const path = usePathname();
  const isLeaving = useLeaving();
  const [isOpen, menu] = useDisclosure(false);
  const close = menu.close;
  useEffect(close, [path, close]);
  const [RailDrawer, wantDrawer] = useOnDemand(() => import('./rail-drawer').then((it) => it.RailDrawer));
  const [Palette, wantPalette] = useOnDemand(() => import('./palette').then((it) => it.Palette));
  const [timesAsked, setTimesAsked] = useState(0);
  useHotkeys([['mod+K', openPalette]]);

  function openPalette() {
    wantPalette();
    setTimesAsked((times) => times + 1);
  }

  const rail = <Rail viewer={viewer} places={places} onOpenPalette={openPalette} />;
  return (
    <div className={styles.frame} data-accent={viewer.branding?.accent}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.topbar}>
        <Burger
          opened={isOpen}
          onClick={() => {
            wantDrawer();
            menu.toggle();
          }}
          size="sm"
          aria-label={t('menu')}
          aria-expanded={isOpen}
        />
        <Wordmark />
      </header>
      {RailDrawer && (
        <RailDrawer isOpen={isOpen} onClose={menu.close}>
          {rail}
        </RailDrawer>
      )}
      <aside className={styles.rail}>{rail}</aside>
      <div className={styles.beside}>
        {banner}
        <main id="main" tabIndex={-1} className={styles.main} aria-busy={isLeaving}>
          {isLeaving && (
            <div className={styles.coming}>
              <PageSkeleton label={t('loading')} />
            </div>
          )}
          <div className={isLeaving ? styles.left : undefined}>{children}</div>
        </main>
      </div>
      {Palette && <Palette roles={viewer.roles} isOperator={viewer.isOperator} timesAsked={timesAsked} />}
    </div>
  );
}
