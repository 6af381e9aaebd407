import { useTranslations } from 'next-intl';
import { Crumbs, PageHead, Section } from '@/ui/page';
import { DiagramDrawing } from './diagram-drawing';
import type { Diagram } from './diagram.types';
import styles from './diagram-page.module.css';

/** A concept diagram to learn by heart: drawn, and told as a list. */
export function DiagramPage({ diagram }: { diagram: Diagram }) {
  const t = useTranslations('diagram');
  const label = (key: string) => diagram.nodes.find((node) => node.key === key)?.label ?? key;
  return (
    <>
      <Crumbs trail={[{ label: t('roadmap'), href: '/' }, { label: diagram.title }]} />
      <PageHead title={diagram.title} lead={diagram.summary} />
      <DiagramDrawing diagram={diagram} />
      <Section title={t('parts')}>
        <ol className={styles.parts}>
          {diagram.nodes.map((node) => (
            <li key={node.key}>
              <h3>{node.label}</h3>
              <p>{node.hint}</p>
              <p className={styles.arrows}>
                {diagram.edges
                  .filter(({ from }) => from === node.key)
                  .map(({ to, label: why }) =>
                    t(why ? 'leadsToWhy' : 'leadsTo', { to: label(to), why: why ?? '' }),
                  )
                  .join(' ')}
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
