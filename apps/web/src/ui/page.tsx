import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import styles from './page.module.css';

export interface Crumb {
  label: string;
  href?: string;
}

/** Where am I: stage › assignment › run. The last one is the page itself. */
export function Crumbs({ trail }: { trail: Crumb[] }) {
  const t = useTranslations('frame');
  return (
    <nav aria-label={t('breadcrumbs')} className={styles.crumbs}>
      <ol>
        {trail.map(({ label, href }, index) => (
          <Fragment key={label}>
            {index > 0 && (
              <li aria-hidden className={styles.chevron}>
                <IconChevronRight size={14} />
              </li>
            )}
            <li>{href ? <Link href={href}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

interface HeadProps {
  title: string;
  kicker?: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
}

/** Title block of a page. `kicker` stands above the title, `aside` to its right. */
export function PageHead({ title, kicker, lead, aside }: HeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </header>
  );
}

/** A titled part of a page. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id?: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const headingId = `${id ?? title.toLowerCase().replaceAll(/\W+/g, '-')}-heading`;
  return (
    <section id={id} aria-labelledby={headingId} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id={headingId}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** Says what will be here, and gives the one action that fills it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      <p>{children}</p>
      {action}
    </div>
  );
}
