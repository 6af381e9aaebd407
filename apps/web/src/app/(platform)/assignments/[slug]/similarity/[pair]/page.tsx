import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { similarityHref } from '@/features/similarity/similarity-search';
import { SideBySideView } from '@/features/similarity/side-by-side';
import { AssignmentCohortsDocument, SimilarityPairDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('similarity');

async function Page({ params }: PageProps<'/assignments/[slug]/similarity/[pair]'>) {
  await requireInstructor();
  const { slug, pair: id } = await params;
  const [{ assignment }, { similarityPair }, t, places] = await Promise.all([
    load(AssignmentCohortsDocument, { slug }),
    load(SimilarityPairDocument, { id }),
    getTranslations('similarity'),
    getTranslations('frame.place'),
  ]);
  const { reportId, cohortSlug } = similarityPair;
  const { left, right, similarity, leftShare, rightShare } = similarityPair.pair;
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: assignment.title, href: `/assignments/${slug}` },
          {
            label: t('heading'),
            href: similarityHref(slug, { cohort: cohortSlug, report: reportId, least: 50 }),
          },
          { label: t('sideBySide') },
        ]}
      />
      <PageHead
        title={t('pairOf', { left: left.name, right: right.name })}
        lead={t('pairLead', { similarity, leftShare, rightShare, left: left.name, right: right.name })}
      />
      <SideBySideView pair={similarityPair} />
    </>
  );
}

export default withMessages(['similarity'], Page);
