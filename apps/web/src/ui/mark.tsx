import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconLoader2,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './mark.module.css';

export type Meaning = 'passed' | 'failed' | 'running' | 'attention' | 'waiting' | 'neutral';

const SHAPES = {
  passed: IconCircleCheckFilled,
  failed: IconCircleXFilled,
  running: IconLoader2,
  attention: IconAlertTriangle,
  waiting: IconCircleDashed,
  neutral: IconCircle,
} satisfies Record<Meaning, unknown>;

/** One of the four meanings (or none): always a shape and a word, never colour alone. */
export function Mark({
  meaning,
  filled = false,
  children,
}: {
  meaning: Meaning;
  filled?: boolean;
  children: ReactNode;
}) {
  const Shape = SHAPES[meaning];
  return (
    <span className={styles.mark} data-meaning={meaning} data-filled={filled}>
      <Shape size={16} stroke={2} aria-hidden className={styles.shape} />
      <span>{children}</span>
    </span>
  );
}
