import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { ImportTable } from '@/features/roster-imports/import-table';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { RosterImportsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Crumbs, Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('rosterImports');

export default async function Page({ searchParams }: PageProps<'/people/imports'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const { after } = await searchParams;
  const [{ rosterImports }, t, people] = await Promise.all([
    load(RosterImportsDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('rosterImports'),
    getTranslations('people'),
  ]);
  const { nodes, pageInfo } = rosterImports;
  return (
    <>
      <Crumbs trail={[{ label: people('title'), href: '/people' }, { label: t('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      {nodes.length > 0 ? (
        <ImportTable imports={nodes} />
      ) : (
        <Empty title={t('emptyTitle')} action={<LinkButton href="/people">{t('emptyAction')}</LinkButton>}>
          {t('emptyText')}
        </Empty>
      )}
      <NextPage pageInfo={pageInfo} path="/people/imports">
        {t('next')}
      </NextPage>
    </>
  );
}
