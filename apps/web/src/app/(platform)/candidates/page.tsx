import { getTranslations } from 'next-intl/server';
import { fieldsOf, filterOf } from '@/features/hiring/candidate-filter';
import { CandidateList } from '@/features/hiring/candidate-list';
import { SearchForm } from '@/features/hiring/search-form';
import { CandidatesDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('candidates');

async function Page({ searchParams }: PageProps<'/candidates'>) {
  const params = await searchParams;
  const fields = fieldsOf(params);
  const after = typeof params.after === 'string' ? params.after : null;
  const [{ candidates: page, searchableProjects }, t] = await Promise.all([
    load(CandidatesDocument, { filter: filterOf(fields), after }),
    getTranslations('hiring'),
  ]);
  const { candidates, pageInfo } = page;
  const isFiltered = Object.keys(fields).length > 0;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <SearchForm fields={fields} projects={searchableProjects} />
      <Section id="results" title={t('results')}>
        {candidates.length === 0 ? (
          <Empty title={t('noneTitle')}>{t(isFiltered ? 'none' : 'noneAtAll')}</Empty>
        ) : (
          <CandidateList candidates={candidates} />
        )}
        <NextPage pageInfo={pageInfo} path="/candidates" query={fields}>
          {t('older')}
        </NextPage>
      </Section>
    </>
  );
}

export default withMessages(['hiring', 'points', 'skillName'], Page);
