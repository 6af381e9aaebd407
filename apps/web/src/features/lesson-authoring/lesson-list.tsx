'use client';

import { useTranslations } from 'next-intl';
import { OrderList } from '@/features/versions/order-list';
import { MoveLessonDocument, type AuthoredLessonsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Empty } from '@/ui/page';

interface Props {
  stageSlug: string;
  lessons: AuthoredLessonsQuery['authoredLessons'];
}

/** The lessons of a stage in their order, which can be changed. */
export function LessonList({ stageSlug, lessons }: Props) {
  const t = useTranslations('lessonAuthoring');
  const [ask, moving] = useMutation(MoveLessonDocument, { errorPolicy: 'all' });

  async function move(lessonId: string, isEarlier: boolean) {
    const { data } = await ask({ variables: { lessonId, isEarlier } });
    return Boolean(data);
  }

  if (lessons.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <OrderList
      things={lessons}
      hrefOf={(slug) => `/stages/${stageSlug}/lessons/${slug}/edit`}
      move={move}
      moving={moving}
    />
  );
}
