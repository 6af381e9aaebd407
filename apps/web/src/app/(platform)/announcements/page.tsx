import { getTranslations } from 'next-intl/server';
import { AnnouncementList } from '@/features/announcements/announcement-list';
import { AnnouncementsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page';

export const generateMetadata = () => titled('announcements');

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const [{ announcements }, t] = await Promise.all([
    load(AnnouncementsDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('announcements'),
  ]);
  const { hasNextPage, endCursor } = announcements.pageInfo;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <AnnouncementList rows={announcements.nodes} empty={t('empty')} />
      {hasNextPage && (
        <LinkButton variant="default" mt="md" href={`/announcements?after=${endCursor ?? ''}`}>
          {t('older')}
        </LinkButton>
      )}
    </>
  );
}
