import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { BeginLessonForm } from '@/features/lesson-authoring/begin-lesson-form';
import { LessonList } from '@/features/lesson-authoring/lesson-list';
import { AuthoredLessonsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('lessonAuthoring');

async function Page({ params }: PageProps<'/stages/[slug]/lessons'>) {
  await requireInstructor();
  const { slug } = await params;
  const [{ stage, authoredLessons }, t, lesson] = await Promise.all([
    load(AuthoredLessonsDocument, { stageSlug: slug }),
    getTranslations('lessonAuthoring'),
    getTranslations('lesson'),
  ]);
  return (
    <>
      <Crumbs
        trail={[
          { label: lesson('roadmap'), href: '/' },
          { label: stage.title, href: `/stages/${stage.slug}` },
          { label: t('heading') },
        ]}
      />
      <PageHead title={t('headingOf', { stage: stage.title })} lead={t('lead')} />
      <LessonList stageSlug={stage.slug} lessons={authoredLessons} />
      <Section id="begin" title={t('beginHeading')}>
        <BeginLessonForm stageSlug={stage.slug} />
      </Section>
    </>
  );
}

export default withMessages(['lessonAuthoring', 'versions'], Page);
