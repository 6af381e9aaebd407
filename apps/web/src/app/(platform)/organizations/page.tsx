import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { NewOrganizationForm } from '@/features/organizations/new-organization-form';
import { OrganizationTable } from '@/features/organizations/organization-table';
import { readViewer } from '@/features/viewer/read-viewer';
import { OrganizationsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Empty, PageHead, Section } from '@/ui/page';
import { SearchForm } from '@/ui/search-form';

export const generateMetadata = () => titled('organizations');

async function Page({ searchParams }: PageProps<'/organizations'>) {
  const viewer = await readViewer();
  if (!viewer?.isOperator) forbidden();
  const given = await searchParams;
  const search = typeof given.search === 'string' ? given.search.trim() : '';
  const after = typeof given.after === 'string' ? given.after : null;
  const [{ organizations: page }, t] = await Promise.all([
    load(OrganizationsDocument, { search, after }),
    getTranslations('organizations'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('new')} note={t('newNote')}>
        <NewOrganizationForm />
      </Section>
      <Section title={t('all')}>
        <SearchForm path="/organizations" label={t('find')} value={search} />
        {page.organizations.length === 0 ? (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        ) : (
          <OrganizationTable organizations={page.organizations} />
        )}
        <NextPage pageInfo={page.pageInfo} path="/organizations" query={search ? { search } : {}}>
          {t('next')}
        </NextPage>
        {after && (
          <LinkButton variant="default" mt="md" href="/organizations">
            {t('first')}
          </LinkButton>
        )}
      </Section>
    </>
  );
}

export default withMessages(['oneTimeLink', 'organizations', 'searchForm'], Page);
