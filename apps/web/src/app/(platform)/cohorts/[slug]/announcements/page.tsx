import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AnnounceForm } from '@/features/announcements/announce-form';
import { AnnouncementList } from '@/features/announcements/announcement-list';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CohortAnnouncementsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { Section } from '@/ui/page';

export const generateMetadata = () => titled('announcements');

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string }>;
}

async function Page({ params, searchParams }: Props) {
  await requireInstructor();
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  const [{ cohortAnnouncements, cohorts }, t] = await Promise.all([
    load(CohortAnnouncementsDocument, { slug, after: typeof after === 'string' ? after : null }),
    getTranslations('announcements'),
  ]);
  const cohort = cohorts.find((known) => known.slug === slug);
  if (!cohort) notFound();
  return (
    <>
      <CohortHead cohort={cohort} current="announcements" lead={t('leadForStaff')} />
      <Section title={t('write')}>
        <AnnounceForm slug={slug} />
      </Section>
      <Section title={t('earlier')}>
        <AnnouncementList rows={cohortAnnouncements.nodes} empty={t('emptyForStaff')} />
        <NextPage pageInfo={cohortAnnouncements.pageInfo} path={`/cohorts/${slug}/announcements`}>
          {t('older')}
        </NextPage>
      </Section>
    </>
  );
}

export default withMessages(['announcements'], Page);
