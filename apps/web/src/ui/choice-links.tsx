import Link from 'next/link';
import styles from './choice-links.module.css';

interface Choice {
  href: string;
  label: string;
  isCurrent: boolean;
}

/** One of several views of a page, each with its own address. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav className={styles.choices} aria-label={label}>
      {choices.map(({ href, label: name, isCurrent }) => (
        <Link key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
