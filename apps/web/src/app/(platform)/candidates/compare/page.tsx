import { getTranslations } from 'next-intl/server';
import { ComparisonTable } from '@/features/hiring/comparison-table';
import { requireHiringManager } from '@/features/hiring/require-hiring-manager';
import { CompareCandidatesDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { Crumbs, Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('compareCandidates');

export default async function Page({ searchParams }: PageProps<'/candidates/compare'>) {
  await requireHiringManager();
  const { id } = await searchParams;
  const ids = Array.isArray(id) ? id : [];
  const t = await getTranslations('hiring');
  const comparison =
    ids.length < 2 ? null : (await load(CompareCandidatesDocument, { ids })).compareCandidates;
  return (
    <>
      <Crumbs trail={[{ label: t('title'), href: '/candidates' }, { label: t('compareTitle') }]} />
      <PageHead title={t('compareTitle')} lead={t('compareLead')} />
      {comparison && comparison.candidates.length > 0 ? (
        <ComparisonTable comparison={comparison} />
      ) : (
        <Empty
          title={t('compareEmptyTitle')}
          action={
            <LinkButton mt="md" href="/candidates">
              {t('toSearch')}
            </LinkButton>
          }
        >
          {t('compareEmpty')}
        </Empty>
      )}
    </>
  );
}
