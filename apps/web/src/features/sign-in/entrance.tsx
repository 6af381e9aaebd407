import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Wordmark } from '@/features/frame/wordmark';
import styles from './entrance.module.css';

interface Props {
  title: string;
  lead: string;
  /** The organization's logo, if it is known which organization is entered. */
  logoUrl?: string | null;
  children: ReactNode;
}

/** The page outside: a form at the left, what this place does at the right. */
export function Entrance({ title, lead, logoUrl, children }: Props) {
  const t = useTranslations('entrance');
  return (
    <div className={styles.page}>
      <main className={styles.form}>
        <Wordmark />
        <div className={styles.inner}>
          {logoUrl && <img src={logoUrl} alt="" className={styles.logo} />}
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
          {children}
        </div>
      </main>
      <aside className={styles.aside}>
        <HeldRows />
        <p className={styles.statement}>{t('statement')}</p>
        <ul className={styles.points}>
          {(['hidden', 'interval', 'receipt'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

/** Rows of a dataset; the held-out ones only outlined. */
function HeldRows() {
  const rows = Array.from({ length: 11 }, (_, row) => row);
  const cells = [0, 58, 102, 170, 214, 286];
  return (
    <svg viewBox="0 0 344 176" className={styles.figure} aria-hidden>
      {rows.flatMap((row) =>
        cells.map((x, column) => (
          <rect
            key={`${row}-${x}`}
            x={x + 1}
            y={row * 16 + 1}
            width={(cells[column + 1] ?? 344) - x - 6}
            height={9}
            rx={2}
            className={row < 7 ? styles.seen : styles.held}
          />
        )),
      )}
    </svg>
  );
}
