import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** Main text with a column beside it that stays in view; below each other where narrow. */
export function Columns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div style={{ minWidth: 0 }}>{children}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}
