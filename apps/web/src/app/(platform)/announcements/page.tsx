import { getTranslations } from 'next-intl/server';
import { AnnouncementList } from '@/features/announcements/announcement-list';
import { AnnouncementsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { PageHead } from '@/ui/page';

export const generateMetadata = () => titled('announcements');

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const [{ announcements }, t] = await Promise.all([
    load(AnnouncementsDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('announcements'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <AnnouncementList rows={announcements.nodes} empty={t('empty')} />
      <NextPage pageInfo={announcements.pageInfo} path="/announcements">
        {t('older')}
      </NextPage>
    </>
  );
}
