import type { ReactNode } from 'react';
import { Mark, type Meaning } from './mark';
import styles from './notice.module.css';

/** A statement the reader should not miss, with its meaning in shape and word. */
export function Notice({
  meaning,
  title,
  children,
}: {
  meaning: Meaning;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-meaning={meaning}>
      <Mark meaning={meaning}>{title}</Mark>
      {children && <div className={styles.body}>{children}</div>}
    </div>
  );
}

/** What is to be known before the rest of a page; nothing where none applies. */
export function Notices({ children }: { children: ReactNode }) {
  return <div className={styles.notices}>{children}</div>;
}
