import type { ReactNode } from 'react';
import styles from './columns.module.css';

interface Props {
  /** At the head of the column beside, and before everything where the columns stand below each other. */
  first?: ReactNode;
  side: ReactNode;
  children: ReactNode;
}

/** Main text with a column beside it that stays in view; below each other where narrow. */
export function Columns({ first, side, children }: Props) {
  return (
    <div className={styles.columns}>
      {first && <div className={styles.first}>{first}</div>}
      <div className={styles.main}>{children}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}
