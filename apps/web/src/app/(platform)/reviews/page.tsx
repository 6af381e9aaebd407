import { getTranslations } from 'next-intl/server';
import { OpenRequests } from '@/features/regrades/open-requests';
import { QueueOverview } from '@/features/reviews/queue-overview';
import { requireGrader } from '@/features/reviews/require-grader';
import { OpenRegradeRequestsDocument, ReviewQueuesDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('reviews');

interface Props {
  searchParams: Promise<{ after?: string }>;
}

export default async function Page({ searchParams }: Props) {
  await requireGrader();
  const { after } = await searchParams;
  const [{ reviewQueues }, { openRegradeRequests }, t, regrade] = await Promise.all([
    load(ReviewQueuesDocument, {}),
    load(OpenRegradeRequestsDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('reviews'),
    getTranslations('regrade'),
  ]);
  const { requests, pageInfo } = openRegradeRequests;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <QueueOverview queues={reviewQueues} />
      {requests.length > 0 && (
        <Section title={regrade('open')} note={regrade('openNote')}>
          <OpenRequests requests={requests} />
          <NextPage pageInfo={pageInfo} path="/reviews">
            {regrade('moreOpen')}
          </NextPage>
        </Section>
      )}
    </>
  );
}
