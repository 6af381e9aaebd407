import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import styles from './choice-links.module.css';

interface Choice {
  href: string;
  label: string;
  isCurrent: boolean;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  /** What cannot be chosen yet, after the others. */
  children?: ReactNode;
}

/** One of several views of a page, each with its own address. */
export function ChoiceLinks({ label, choices, children }: Props) {
  return (
    <nav className={styles.choices} aria-label={label}>
      {choices.map(({ href, label: name, isCurrent }) => (
        <Link key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </Link>
      ))}
      {children}
    </nav>
  );
}
