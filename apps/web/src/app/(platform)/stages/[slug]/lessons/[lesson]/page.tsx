import type { Metadata } from 'next';
import { isInstructor } from '@/features/cohorts/require-instructor';
import { LessonPage } from '@/features/lessons/lesson-page';
import { LessonDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/stages/[slug]/lessons/[lesson]'>;

async function read({ params }: Props) {
  const { slug, lesson } = await params;
  return (await load(LessonDocument, { stageSlug: slug, lessonSlug: lesson })).lesson;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function Page(props: Props) {
  return <LessonPage lesson={await read(props)} mayEdit={await isInstructor()} />;
}
