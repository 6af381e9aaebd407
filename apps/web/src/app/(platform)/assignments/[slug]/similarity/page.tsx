import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CompareForm } from '@/features/similarity/compare-form';
import { EarlierReports } from '@/features/similarity/earlier-reports';
import { ReportView } from '@/features/similarity/report-view';
import { leastOf } from '@/features/similarity/similarity-search';
import {
  SimilarityPlaceDocument,
  SimilarityReportDocument,
  SimilarityReportsDocument,
} from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { ChoiceLinks } from '@/ui/choice-links';
import { Crumbs, Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('similarity');

export default async function Page({ params, searchParams }: PageProps<'/assignments/[slug]/similarity'>) {
  await requireInstructor();
  const [{ slug }, asked, t, places] = await Promise.all([
    params,
    searchParams,
    getTranslations('similarity'),
    getTranslations('frame.place'),
  ]);
  const { assignment, cohorts } = await load(SimilarityPlaceDocument, { slug });
  const cohort = cohorts.find((known) => known.slug === asked['cohort']) ?? cohorts[0];
  const path = `/assignments/${slug}/similarity`;
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: assignment.title, href: `/assignments/${slug}` },
          { label: t('heading') },
        ]}
      />
      <PageHead title={t('headingOf', { title: assignment.title })} lead={t('lead')} />
      {cohorts.length > 1 && (
        <ChoiceLinks
          label={t('cohorts')}
          choices={cohorts.map((one) => ({
            href: `${path}?cohort=${one.slug}`,
            label: one.name,
            isCurrent: one.slug === cohort?.slug,
          }))}
        />
      )}
      {cohort ? (
        <OfCohort slug={slug} cohort={cohort.slug} asked={asked} />
      ) : (
        <Empty title={t('noCohortTitle')}>{t('noCohortText')}</Empty>
      )}
    </>
  );
}

interface Props {
  slug: string;
  cohort: string;
  asked: Record<string, string | string[] | undefined>;
}

async function OfCohort({ slug, cohort, asked }: Props) {
  const [{ similarityReports: reports }, t] = await Promise.all([
    load(SimilarityReportsDocument, { assignmentSlug: slug, cohortSlug: cohort }),
    getTranslations('similarity'),
  ]);
  const shown = reports.find(({ id }) => id === asked['report']) ?? reports[0];
  const form = <CompareForm assignmentSlug={slug} cohortSlug={cohort} hasReport={shown !== undefined} />;
  if (!shown) {
    return (
      <Empty title={t('emptyTitle')} action={form}>
        {t('emptyText')}
      </Empty>
    );
  }
  const least = leastOf(asked['least']);
  const after = typeof asked['after'] === 'string' ? asked['after'] : null;
  const { similarityReport: report } = await load(SimilarityReportDocument, {
    ...{ id: shown.id, least: least / 100, after },
  });
  const isOpen = report.finishedAt === null;
  return (
    <>
      {!isOpen && form}
      <ReportView slug={slug} report={report} search={{ cohort, report: report.id, least }} />
      <EarlierReports slug={slug} cohort={cohort} reports={reports} shown={shown.id} />
    </>
  );
}
