import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { NotificationList } from '@/features/notifications/notification-list';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { NotificationsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('notifications');

export default async function Page({ searchParams }: PageProps<'/notifications'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('STUDENT')) forbidden();
  const { after } = await searchParams;
  const [{ notifications: page }, t] = await Promise.all([
    load(NotificationsDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('notifications'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {page.notifications.length === 0 ? (
        <Empty
          title={t('emptyTitle')}
          action={<LinkButton href="/assignments">{t('emptyAction')}</LinkButton>}
        >
          {t('empty')}
        </Empty>
      ) : (
        <NotificationList rows={page.notifications} />
      )}
      <NextPage pageInfo={page.pageInfo} path="/notifications">
        {t('older')}
      </NextPage>
    </>
  );
}
