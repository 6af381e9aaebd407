import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RedrawPage } from '@/features/redraw/redraw-page';
import { EMPTY } from '@/features/redraw/sketch';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { DrawingDocument, RedrawDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/assignments/[slug]/redraw'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await load(RedrawDocument, { slug: (await params).slug });
  return { title: assignment.title };
}

async function Page({ params }: Props) {
  const { slug } = await params;
  const [{ assignment }, viewer] = await Promise.all([load(RedrawDocument, { slug }), readViewer()]);
  const { version } = assignment;
  if (!version?.diagram) notFound();
  const { drawing } = await load(DrawingDocument, { slug });
  const start = drawing
    ? {
        nodes: drawing.nodes.map(({ key, x, y }) => ({ key, x, y })),
        edges: drawing.edges.map(({ from, to }) => ({ from, to })),
      }
    : EMPTY;
  return (
    <RedrawPage
      assignment={assignment}
      diagram={version.diagram}
      passMark={version.passMark}
      integrityPolicy={version.integrityPolicy}
      // Labels may have changed since it was drawn.
      stored={{
        savedAt: drawing?.savedAt ?? null,
        sketch: keepKnown(start, new Set(version.diagram.labels.map(({ key }) => key))),
      }}
      viewerId={viewer?.id ?? ''}
      canSubmit={viewer !== null && rolesIn(viewer).includes('STUDENT')}
    />
  );
}

function keepKnown({ nodes, edges }: typeof EMPTY, known: ReadonlySet<string>): typeof EMPTY {
  return {
    nodes: nodes.filter(({ key }) => known.has(key)),
    edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)),
  };
}

export default withMessages(['redraw', 'submit'], Page);
