'use client';

import { useTranslations } from 'next-intl';
import { OrderList } from '@/features/versions/order-list';
import { MoveDiagramDocument, type AuthoredDiagramsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Empty } from '@/ui/page';

/** The concept diagrams of the track in their order, which can be changed. */
export function DiagramList({ diagrams }: { diagrams: AuthoredDiagramsQuery['authoredDiagrams'] }) {
  const t = useTranslations('diagramAuthoring');
  const [ask, moving] = useMutation(MoveDiagramDocument, { errorPolicy: 'all' });

  async function move(diagramId: string, isEarlier: boolean) {
    return Boolean((await ask({ variables: { diagramId, isEarlier } })).data);
  }

  if (diagrams.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <OrderList things={diagrams} hrefOf={(slug) => `/diagrams/${slug}/edit`} move={move} moving={moving} />
  );
}
