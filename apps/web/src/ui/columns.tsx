import type { ReactNode } from 'react';
import styles from './columns.module.css';

interface Props {
  /** Shown at the top of the side column, or before everything else where the columns are stacked. */
  first?: ReactNode;
  side: ReactNode;
  children: ReactNode;
}

/** Main text with a side column that stays in view; stacked on narrow screens. */
export function Columns({ first, side, children }: Props) {
  return (
    <div className={styles.columns}>
      {first && <div className={styles.first}>{first}</div>}
      <div className={styles.main}>{children}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}
