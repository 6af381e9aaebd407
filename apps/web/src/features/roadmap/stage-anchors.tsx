import { useTranslations } from 'next-intl';
import type { StageQuery } from '@/generated/graphql';
import { Section } from '@/ui/page';
import styles from './stage-page.module.css';

/** Courses elsewhere, and why they fit a stage. */
export function StageAnchors({ anchors }: { anchors: StageQuery['stage']['studyAnchors'] }) {
  const t = useTranslations('stage');
  if (anchors.length === 0) return null;
  return (
    <Section title={t('anchors')} note={t('anchorsNote')}>
      <ul className={styles.lines}>
        {anchors.map((anchor) => (
          <li key={anchor.url}>
            <h3>
              <a href={anchor.url} rel="noreferrer">
                {anchor.title}
              </a>{' '}
              <span className={styles.provider}>{anchor.provider}</span>
            </h3>
            <p className={styles.side}>{anchor.why}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
