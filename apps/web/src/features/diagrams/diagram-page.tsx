import { getTranslations } from 'next-intl/server';
import { Link } from '@/ui/link';
import { LinkButton } from '@/ui/link-button';
import { Mark } from '@/ui/mark';
import { Crumbs, PageHead } from '@/ui/page';
import { DiagramShown } from './diagram-shown';
import type { Diagram } from './diagram.types';
import styles from './diagram-page.module.css';

/** A concept diagram to learn by heart, as a drawing and as a list, and then to redraw. */
export async function DiagramPage({ diagram, mayEdit }: { diagram: Diagram; mayEdit: boolean }) {
  const [t, authoring] = await Promise.all([getTranslations('diagram'), getTranslations('diagramAuthoring')]);
  const { redraw } = diagram;
  return (
    <>
      <Crumbs trail={[{ label: t('roadmap'), href: '/' }, { label: diagram.title }]} />
      <PageHead
        title={diagram.title}
        lead={diagram.summary}
        aside={
          <>
            {mayEdit && <Link href={`/diagrams/${diagram.slug}/edit`}>{authoring('edit')}</Link>}
            {redraw && (
              <div className={styles.redraw}>
                <LinkButton href={`/assignments/${redraw.slug}/redraw`}>{t('redraw')}</LinkButton>
                {redraw.isPassed ? (
                  <Mark meaning="passed">{t('redrawn')}</Mark>
                ) : (
                  redraw.bestPoints !== null && <span>{t('bestSoFar', { points: redraw.bestPoints })}</span>
                )}
              </div>
            )}
          </>
        }
      />
      <DiagramShown diagram={diagram} />
    </>
  );
}
