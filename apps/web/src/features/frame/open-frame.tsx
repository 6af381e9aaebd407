import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Wordmark } from './wordmark';
import styles from './open-frame.module.css';

/** Pages that need no account: a name at the top, the content, and nothing else. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('frame');
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <header className={styles.top}>
        <Wordmark />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
