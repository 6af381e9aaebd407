import { getTranslations } from 'next-intl/server';
import { AssignmentCohorts } from '@/features/cohorts/assignment-cohorts';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CompareForm } from '@/features/similarity/compare-form';
import { EarlierReports } from '@/features/similarity/earlier-reports';
import { ReportView } from '@/features/similarity/report-view';
import { leastOf } from '@/features/similarity/similarity-search';
import { SimilarityReportDocument, SimilarityReportsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty } from '@/ui/page';

export const generateMetadata = () => titled('similarity');

async function Page({ params, searchParams }: PageProps<'/assignments/[slug]/similarity'>) {
  await requireInstructor();
  const [{ slug }, asked, t] = await Promise.all([params, searchParams, getTranslations('similarity')]);
  return (
    <AssignmentCohorts
      slug={slug}
      page="similarity"
      asked={asked['cohort']}
      heading={t('heading')}
      title={(title) => t('headingOf', { title })}
      lead={t('lead')}
    >
      {(cohort) => <OfCohort slug={slug} cohort={cohort} asked={asked} />}
    </AssignmentCohorts>
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
    id: shown.id,
    least: least / 100,
    after,
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

export default withMessages(['score', 'similarity'], Page);
