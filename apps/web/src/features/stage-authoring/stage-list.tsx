'use client';

import { useTranslations } from 'next-intl';
import { OrderList } from '@/features/versions/order-list';
import { MoveStageDocument, type AuthoredStagesQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Empty } from '@/ui/page';

/** The stages of the track in their order, which can be changed. */
export function StageList({ stages }: { stages: AuthoredStagesQuery['authoredStages'] }) {
  const t = useTranslations('stageAuthoring');
  const [ask, moving] = useMutation(MoveStageDocument, { errorPolicy: 'all' });

  async function move(stageId: string, isEarlier: boolean) {
    return Boolean((await ask({ variables: { stageId, isEarlier } })).data);
  }

  if (stages.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return <OrderList things={stages} hrefOf={(slug) => `/stages/${slug}/edit`} move={move} moving={moving} />;
}
