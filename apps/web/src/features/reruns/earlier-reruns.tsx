import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { RerunsQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Section } from '@/ui/page';
import styles from './reruns.module.css';

interface Props {
  slug: string;
  cohort: string;
  reruns: RerunsQuery['reruns'];
  shown: string;
}

/** The other re-runs of the same cohort: what was decided stays as it was. */
export function EarlierReruns({ slug, cohort, reruns, shown }: Props) {
  const t = useTranslations('reruns');
  if (reruns.length < 2) return null;
  return (
    <Section id="reruns" title={t('reruns')}>
      <ul className={styles.list}>
        {reruns.map(({ id, createdAt, version, status }) => (
          <li key={id}>
            <Link
              href={`/assignments/${slug}/rerun?${new URLSearchParams({ cohort, rerun: id }).toString()}`}
              aria-current={id === shown ? 'page' : undefined}
            >
              <LocalTime at={createdAt} />
            </Link>{' '}
            {t('onVersion', { version })}, {t(`status.${status}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
