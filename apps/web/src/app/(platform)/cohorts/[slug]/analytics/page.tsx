import { getTranslations } from 'next-intl/server';
import { AssignmentTable } from '@/features/analytics/assignment-table';
import { AttemptDownloads } from '@/features/analytics/attempt-downloads';
import { FailureTable } from '@/features/analytics/failure-table';
import { RiskTable } from '@/features/analytics/risk-table';
import { ScorePlots } from '@/features/analytics/score-plots';
import { SkillMap } from '@/features/analytics/skill-map';
import { StageTable } from '@/features/analytics/stage-table';
import { WeakSliceTable } from '@/features/analytics/weak-slice-table';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CohortAnalyticsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, Section } from '@/ui/page';

export const generateMetadata = () => titled('analytics');

async function Page({ params }: { params: Promise<{ slug: string }> }) {
  await requireInstructor();
  const { slug } = await params;
  const [{ cohortAnalytics }, t] = await Promise.all([
    load(CohortAnalyticsDocument, { slug }),
    getTranslations('analytics'),
  ]);
  const { cohort, students, attempts, stages, assignments } = cohortAnalytics;
  return (
    <>
      <CohortHead
        cohort={cohort}
        current="analytics"
        lead={t('lead', { students, attempts })}
        aside={attempts > 0 && <AttemptDownloads slug={slug} />}
      />
      {assignments.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <>
          <Section title={t('atRisk')} note={t('atRiskNote')}>
            <RiskTable students={cohortAnalytics.atRisk} />
          </Section>
          <Section title={t('stages')} note={t('stagesNote')}>
            <StageTable stages={stages} />
          </Section>
          <Section title={t('assignments')}>
            <AssignmentTable assignments={assignments} />
          </Section>
          <Section title={t('scores')} note={t('scoresNote')}>
            <ScorePlots assignments={assignments} />
          </Section>
          <Section title={t('failures')} note={t('failuresNote')}>
            <FailureTable failures={cohortAnalytics.failures} />
          </Section>
          <Section title={t('weakSlices')} note={t('weakSlicesNote')}>
            <WeakSliceTable slices={cohortAnalytics.weakSlices} />
          </Section>
          <Section title={t('skills')} note={t('skillsNote')}>
            <SkillMap students={cohortAnalytics.skills} />
          </Section>
        </>
      )}
    </>
  );
}

export default withMessages(['analytics', 'score'], Page);
