import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/ui/link-button';
import { Mark } from '@/ui/mark';
import { Crumbs, PageHead, Section } from '@/ui/page';
import type { Diagram } from './diagram.types';
import { graphLayout } from './graph-layout';
import { GraphPicture } from './graph-picture';
import styles from './diagram-page.module.css';

/** A concept diagram to learn by heart: drawn, and told as a list; then redrawn. */
export async function DiagramPage({ diagram }: { diagram: Diagram }) {
  const [t, layout] = await Promise.all([getTranslations('diagram'), graphLayout(diagram)]);
  const label = (key: string) => diagram.nodes.find((node) => node.key === key)?.label ?? key;
  const { redraw } = diagram;
  return (
    <>
      <Crumbs trail={[{ label: t('roadmap'), href: '/' }, { label: diagram.title }]} />
      <PageHead
        title={diagram.title}
        lead={diagram.summary}
        aside={
          redraw && (
            <div className={styles.redraw}>
              <LinkButton href={`/assignments/${redraw.slug}/redraw`}>{t('redraw')}</LinkButton>
              {redraw.isPassed ? (
                <Mark meaning="passed">{t('redrawn')}</Mark>
              ) : (
                redraw.bestPoints !== null && <span>{t('bestSoFar', { points: redraw.bestPoints })}</span>
              )}
            </div>
          )
        }
      />
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
