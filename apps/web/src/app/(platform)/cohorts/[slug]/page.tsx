import { getTranslations } from 'next-intl/server';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { DatesTable } from '@/features/cohorts/dates-table';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { StudentsPanel } from '@/features/cohorts/students-panel';
import { CohortPlanDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { Section } from '@/ui/page';

export const generateMetadata = () => titled('cohorts');

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  await requireInstructor();
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  const [{ cohortPlan }, t] = await Promise.all([
    load(CohortPlanDocument, { slug, after: typeof after === 'string' ? after : null }),
    getTranslations('cohorts'),
  ]);
  const { cohort, dates, students, timeZone } = cohortPlan;
  return (
    <>
      <CohortHead cohort={cohort} current="dates" lead={t('zone', { timeZone })} />
      <Section title={t('dates')} note={t('datesNote')}>
        <DatesTable cohortId={cohort.id} dates={dates} />
      </Section>
      <Section title={t('students')} note={t('studentsNote')}>
        <StudentsPanel cohortId={cohort.id} dates={dates} students={students.nodes} />
        <NextPage pageInfo={students.pageInfo} path={`/cohorts/${slug}`}>
          {t('moreStudents')}
        </NextPage>
      </Section>
    </>
  );
}
