import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isInstructor } from '@/features/cohorts/require-instructor';
import { DiagramPage } from '@/features/diagrams/diagram-page';
import { DiagramsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/diagrams/[slug]'>;

async function read({ params }: Props) {
  const [{ slug }, { track }] = await Promise.all([params, load(DiagramsDocument, {})]);
  return track.diagrams.find((diagram) => diagram.slug === slug) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

async function Page(props: Props) {
  const [diagram, mayEdit] = await Promise.all([read(props), isInstructor()]);
  return <DiagramPage diagram={diagram} mayEdit={mayEdit} />;
}

export default withMessages(['diagram'], Page);
