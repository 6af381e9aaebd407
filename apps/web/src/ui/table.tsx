import type { ReactNode } from 'react';
import styles from './table.module.css';

/**
 * A table that scrolls inside its own box, so that a page never scrolls sideways on a phone. The box is a group, because the
 * section around it is the landmark and often has the same name.
 */
export function Table({
  label,
  caption,
  narrow,
  children,
}: {
  label: string;
  caption?: ReactNode;
  /**
   * On narrow screens, a row's cells are shown below its name, each with its `data-label`: one below the other, or side by
   * side. By default the table scrolls.
   */
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
