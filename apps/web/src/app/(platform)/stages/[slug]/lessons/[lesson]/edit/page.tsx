import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/ui/link';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { LessonEditor } from '@/features/lesson-authoring/lesson-editor';
import { textOf } from '@/features/lesson-authoring/lesson-text';
import { MoveReaders } from '@/features/lesson-authoring/move-readers';
import { LessonVersions } from '@/features/lesson-authoring/lesson-versions';
import { WithdrawButton } from '@/features/lesson-authoring/withdraw-button';
import { AuthoredLessonDocument, LessonVersionDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Notices } from '@/ui/notice';
import { Crumbs, PageHead, Section } from '@/ui/page';

type Props = PageProps<'/stages/[slug]/lessons/[lesson]/edit'>;

async function read({ params }: Props) {
  await requireInstructor();
  const { slug, lesson } = await params;
  return load(AuthoredLessonDocument, { stageSlug: slug, lessonSlug: lesson });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).authoredLesson.title };
}

async function Page(props: Props) {
  const [{ stage, authoredLesson: lesson }, t, versions, crumbs] = await Promise.all([
    read(props),
    getTranslations('lessonAuthoring'),
    getTranslations('versions'),
    getTranslations('lesson'),
  ]);
  const { id: lessonId, version } = lesson;
  const newest =
    version === null
      ? null
      : textOf((await load(LessonVersionDocument, { lessonId, version })).lessonVersion);
  return (
    <>
      <Crumbs
        trail={[
          { label: crumbs('roadmap'), href: '/' },
          { label: stage.title, href: `/stages/${stage.slug}` },
          { label: t('heading'), href: `/stages/${stage.slug}/lessons` },
          { label: lesson.title },
        ]}
      />
      <PageHead
        title={lesson.title}
        lead={
          lesson.isPublished ? versions('published', { version: version ?? 0 }) : versions('notPublished')
        }
        aside={
          lesson.isPublished && (
            <>
              <Link href={`/stages/${stage.slug}/lessons/${lesson.slug}`}>{t('asStudent')}</Link>{' '}
              <WithdrawButton lessonId={lessonId} />
            </>
          )
        }
      />
      <Notices>{lesson.readersBehind > 0 && <MoveReaders lesson={lesson} />}</Notices>
      {/* A version starts a fresh editor; the first save of a draft does not. */}
      <LessonEditor key={version} stageSlug={stage.slug} lesson={lesson} newest={newest} />
      {newest && (
        <Section id="versions" title={versions('versions')}>
          <LessonVersions lesson={lesson} newest={newest} />
        </Section>
      )}
    </>
  );
}

export default withMessages(['lessonAuthoring', 'versions', 'ui.callout'], Page);
