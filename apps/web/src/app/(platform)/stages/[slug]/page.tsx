import type { Metadata } from 'next';
import { StagePage } from '@/features/roadmap/stage-page';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { StageDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

export async function generateMetadata({ params }: PageProps<'/stages/[slug]'>): Promise<Metadata> {
  const { stage } = await load(StageDocument, { slug: (await params).slug });
  return { title: stage.title };
}

export default async function Page({ params }: PageProps<'/stages/[slug]'>) {
  const { slug } = await params;
  const [{ stage }, viewer] = await Promise.all([load(StageDocument, { slug }), readViewer()]);
  return <StagePage stage={stage} roles={viewer ? rolesIn(viewer) : []} />;
}
