'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MoveLessonDocument, type AuthoredLessonsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { OrderButton } from '@/ui/order-button';
import { Empty } from '@/ui/page';
import styles from './lesson-authoring.module.css';

interface Props {
  stageSlug: string;
  lessons: AuthoredLessonsQuery['authoredLessons'];
}

/** The lessons of a stage in their order, which can be changed. */
export function LessonList({ stageSlug, lessons }: Props) {
  const t = useTranslations('lessonAuthoring');
  const router = useRouter();
  const [move, { loading, error }] = useMutation(MoveLessonDocument, { errorPolicy: 'all' });

  async function go(lessonId: string, isEarlier: boolean) {
    const { data } = await move({ variables: { lessonId, isEarlier } });
    if (data) router.refresh();
  }

  if (lessons.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      <ol className={styles.list}>
        {lessons.map((lesson, index) => (
          <li key={lesson.id}>
            <div className={styles.grow}>
              <Link href={`/stages/${stageSlug}/lessons/${lesson.slug}/edit`}>{lesson.title}</Link>
              <p className={styles.quiet}>
                {lesson.isPublished ? t('published', { version: lesson.version ?? 0 }) : t('notPublished')}
                {lesson.hasDraft && ` · ${t('hasDraft')}`}
              </p>
            </div>
            <OrderButton
              label={t('earlier', { title: lesson.title })}
              icon={IconArrowUp}
              isDisabled={index === 0 || loading}
              onPress={() => void go(lesson.id, true)}
            />
            <OrderButton
              label={t('later', { title: lesson.title })}
              icon={IconArrowDown}
              isDisabled={index === lessons.length - 1 || loading}
              onPress={() => void go(lesson.id, false)}
            />
          </li>
        ))}
      </ol>
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}
