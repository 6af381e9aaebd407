import { getTranslations } from 'next-intl/server';
import { QueueOverview } from '@/features/reviews/queue-overview';
import { requireGrader } from '@/features/reviews/require-grader';
import { ReviewQueuesDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { PageHead } from '@/ui/page';

export const generateMetadata = () => titled('reviews');

export default async function Page() {
  await requireGrader();
  const [{ reviewQueues }, t] = await Promise.all([
    load(ReviewQueuesDocument, {}),
    getTranslations('reviews'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <QueueOverview queues={reviewQueues} />
    </>
  );
}
