import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/ui/link';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { DiagramEditor } from '@/features/diagram-authoring/diagram-editor';
import { DiagramVersions } from '@/features/diagram-authoring/diagram-versions';
import { RedrawExercise } from '@/features/diagram-authoring/redraw-exercise';
import { WithdrawDiagramButton } from '@/features/diagram-authoring/withdraw-diagram-button';
import { DiagramShown } from '@/features/diagrams/diagram-shown';
import { AuthoredDiagramDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Crumbs, PageHead, Section } from '@/ui/page';

type Props = PageProps<'/diagrams/[slug]/edit'>;

async function read({ params }: Props) {
  await requireInstructor();
  return load(AuthoredDiagramDocument, { slug: (await params).slug });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).authoredDiagram.title };
}

async function Page(props: Props) {
  const [{ authoredDiagram: diagram, authoredStages, track }, t, versions, crumbs] = await Promise.all([
    read(props),
    getTranslations('diagramAuthoring'),
    getTranslations('versions'),
    getTranslations('diagram'),
  ]);
  const { id, slug, title, version, isPublished } = diagram;
  const saved = diagram.draft?.text ?? diagram.newest;
  const redraw = track.diagrams.find((each) => each.slug === slug)?.redraw ?? null;
  return (
    <>
      <Crumbs
        trail={[
          { label: crumbs('roadmap'), href: '/' },
          { label: t('title'), href: '/diagrams' },
          { label: title },
        ]}
      />
      <PageHead
        title={title}
        lead={isPublished ? versions('published', { version: version ?? 0 }) : versions('notPublished')}
        aside={
          isPublished && (
            <>
              <Link href={`/diagrams/${slug}`}>{t('asStudent')}</Link>{' '}
              <WithdrawDiagramButton diagramId={id} />
            </>
          )
        }
      />
      {/* A version starts a fresh editor; the first save of a draft does not. */}
      <DiagramEditor
        key={version}
        diagram={diagram}
        stages={authoredStages}
        preview={
          saved && saved.nodes.length > 0 ? <DiagramShown diagram={saved} /> : <p>{versions('nothingYet')}</p>
        }
      />
      {isPublished && (
        <Section id="redraw" title={t('redrawHeading')} note={t('redrawNote')}>
          <RedrawExercise diagramId={id} redraw={redraw} />
        </Section>
      )}
      {version !== null && (
        <Section id="versions" title={versions('versions')}>
          <DiagramVersions diagram={diagram} />
        </Section>
      )}
    </>
  );
}

export default withMessages(['diagramAuthoring', 'versions', 'redraw', 'diagram'], Page);
