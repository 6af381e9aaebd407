'use client';

import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, type ReactNode } from 'react';
import { Palette } from './palette';
import { Rail, type RailViewer } from './rail';
import { Wordmark } from './wordmark';
import styles from './frame.module.css';

/** Rail at the left, or behind a button where narrow; the page beside it; the palette above everything. */
export function Frame({
  viewer,
  banner,
  children,
}: {
  viewer: RailViewer;
  /** Above every page. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('frame');
  const path = usePathname();
  const [isOpen, menu] = useDisclosure(false);
  const close = menu.close;
  useEffect(close, [path, close]);

  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.topbar}>
        <Burger
          opened={isOpen}
          onClick={menu.toggle}
          size="sm"
          aria-label={t('menu')}
          aria-expanded={isOpen}
        />
        <Wordmark />
      </header>
      <Drawer
        opened={isOpen}
        onClose={menu.close}
        size="17rem"
        withCloseButton={false}
        title={t('menu')}
        classNames={{ header: 'sr-only', body: styles.drawerBody }}
      >
        <Rail viewer={viewer} />
      </Drawer>
      <aside className={styles.rail}>
        <Rail viewer={viewer} />
      </aside>
      <div className={styles.beside}>
        {banner}
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <Palette roles={viewer.roles} />
    </div>
  );
}
