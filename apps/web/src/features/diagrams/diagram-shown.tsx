import { getTranslations } from 'next-intl/server';
import { Section } from '@/ui/page';
import type { Diagram } from './diagram.types';
import { graphLayout } from './graph-layout';
import { GraphPicture } from './graph-picture';
import styles from './diagram-page.module.css';

/** A concept diagram, as a drawing and as a list. */
export async function DiagramShown({ diagram }: { diagram: Pick<Diagram, 'nodes' | 'edges'> }) {
  const [t, layout] = await Promise.all([getTranslations('diagram'), graphLayout(diagram)]);
  const label = (key: string) => diagram.nodes.find((node) => node.key === key)?.label ?? key;
  return (
    <>
      <GraphPicture diagram={diagram} layout={layout} />
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
