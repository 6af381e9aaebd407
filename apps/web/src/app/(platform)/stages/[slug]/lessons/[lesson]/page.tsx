import type { Metadata } from 'next';
import { LessonPage } from '@/features/lessons/lesson-page';
import { isOnlyStudent, readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { LessonDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/stages/[slug]/lessons/[lesson]'>;

async function read({ params }: Props) {
  const { slug, lesson } = await params;
  return (await load(LessonDocument, { stageSlug: slug, lessonSlug: lesson })).lesson;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

async function Page(props: Props) {
  const [lesson, viewer] = await Promise.all([read(props), readViewer()]);
  const roles = viewer ? rolesIn(viewer) : [];
  // Somebody who views the pages as a student does not begin lessons in their name.
  const begins = !lesson.isBegun && isOnlyStudent(roles) && !viewer?.impersonatedUntil;
  return <LessonPage lesson={lesson} mayEdit={roles.includes('INSTRUCTOR')} begins={begins} />;
}

export default withMessages(['lesson'], Page);
