import type { ReactNode } from 'react';
import styles from './table.module.css';

/**
 * A table that scrolls inside its own box, so that a phone's page never scrolls sideways. The box is a group: the section
 * around it is the landmark, and is often called the same.
 */
export function Table({
  label,
  caption,
  narrow,
  children,
}: {
  label: string;
  caption?: ReactNode;
  /** Where narrow, a row's cells stand below its name, each with its `data-label`: below each other, or abreast. Else it scrolls. */
  narrow?: 'stacked' | 'abreast';
  children: ReactNode;
}) {
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table} data-narrow={narrow}>
        {caption && (
          <caption>
            <div className={styles.caption}>{caption}</div>
          </caption>
        )}
        {children}
      </table>
    </div>
  );
}

/** A row of column titles; those of numbers stand above them, at the right. */
export function ColumnHeads({
  titles,
  numbers = [],
}: {
  titles: readonly string[];
  numbers?: readonly string[];
}) {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col" className={numbers.includes(title) ? styles.right : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export { styles as tableStyles };
