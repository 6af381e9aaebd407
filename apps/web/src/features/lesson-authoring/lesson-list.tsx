'use client';

import { useMutation } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MoveLessonDocument, type AuthoredLessonsQuery } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';
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
            <MoveButton
              label={t('earlier', { title: lesson.title })}
              icon={IconArrowUp}
              isDisabled={index === 0 || loading}
              onMove={() => void go(lesson.id, true)}
            />
            <MoveButton
              label={t('later', { title: lesson.title })}
              icon={IconArrowDown}
              isDisabled={index === lessons.length - 1 || loading}
              onMove={() => void go(lesson.id, false)}
            />
          </li>
        ))}
      </ol>
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}

interface MoveButtonProps {
  label: string;
  icon: typeof IconArrowUp;
  isDisabled: boolean;
  onMove: () => void;
}

function MoveButton({ label, icon: Icon, isDisabled, onMove }: MoveButtonProps) {
  return (
    // Disabled for real it would lose the focus of whoever moves a lesson to an end.
    <ActionIcon
      variant="default"
      aria-label={label}
      aria-disabled={isDisabled}
      data-disabled={isDisabled || undefined}
      onClick={() => !isDisabled && onMove()}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
