import type { Metadata } from 'next';
import { isInstructor } from '@/features/cohorts/require-instructor';
import { StagePage } from '@/features/roadmap/stage-page';
import { StageDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

export async function generateMetadata({ params }: PageProps<'/stages/[slug]'>): Promise<Metadata> {
  const { stage } = await load(StageDocument, { slug: (await params).slug });
  return { title: stage.title };
}

export default async function Page({ params }: PageProps<'/stages/[slug]'>) {
  const { stage } = await load(StageDocument, { slug: (await params).slug });
  return <StagePage stage={stage} mayEdit={await isInstructor()} />;
}
