import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AgreementTable } from '@/features/reviews/agreement-table';
import { FilterLinks, filterOf } from '@/features/reviews/filter-links';
import { PolicyForm } from '@/features/reviews/policy-form';
import { QueueTable } from '@/features/reviews/queue-table';
import { requireGrader } from '@/features/reviews/require-grader';
import { ShareForm } from '@/features/reviews/share-form';
import { ReviewQueueDocument, ReviewSettingsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Crumbs, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('reviews');

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ filter?: string; after?: string }>;
}

async function Page({ params, searchParams }: Props) {
  const { isLead } = await requireGrader();
  const [{ slug }, { filter: asked, after }] = await Promise.all([params, searchParams]);
  const filter = filterOf(asked);
  const [{ reviewQueues, reviewQueue, firstToReview }, settings, t] = await Promise.all([
    load(ReviewQueueDocument, { slug, filter, after: typeof after === 'string' ? after : null }),
    isLead ? load(ReviewSettingsDocument, { slug }) : null,
    getTranslations('reviews'),
  ]);
  const queue = reviewQueues.find(({ assignment }) => assignment.slug === slug);
  if (!queue) notFound();
  return (
    <>
      <Crumbs trail={[{ label: t('title'), href: '/reviews' }, { label: queue.assignment.title }]} />
      <PageHead
        title={queue.assignment.title}
        lead={t('progress', { finished: queue.finished, total: queue.total })}
        aside={firstToReview && <LinkButton href={`/reviews/runs/${firstToReview}`}>{t('start')}</LinkButton>}
      />
      <Section title={t('queue')}>
        <FilterLinks slug={slug} current={filter} />
        <QueueTable items={reviewQueue.nodes} />
        <NextPage pageInfo={reviewQueue.pageInfo} path={`/reviews/${slug}`} query={{ filter }}>
          {t('more')}
        </NextPage>
      </Section>
      {settings && (
        <>
          <Section title={t('settings')} note={t('settingsNote')}>
            <PolicyForm slug={slug} policy={queue.policy} />
          </Section>
          <Section title={t('share')} note={t('shareNote')}>
            <ShareForm slug={slug} graders={settings.graders} />
          </Section>
          <Section title={t('agreement')} note={t('agreementNote')}>
            <AgreementTable rows={settings.reviewAgreement} />
          </Section>
        </>
      )}
    </>
  );
}

export default withMessages(['reviews'], Page);
