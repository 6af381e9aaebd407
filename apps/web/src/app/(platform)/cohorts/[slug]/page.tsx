import { getTranslations } from 'next-intl/server';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { DatesTable } from '@/features/cohorts/dates-table';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { StudentsPanel } from '@/features/cohorts/students-panel';
import { LmsRoster } from '@/features/people/lms-roster';
import { CohortPassbacksDocument, CohortPlanDocument, type CohortPassbacksQuery } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { NextPage } from '@/ui/next-page';
import { Section } from '@/ui/page';

export const generateMetadata = () => titled('cohorts');

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string }>;
}

async function Page({ params, searchParams }: Props) {
  await requireInstructor();
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  const [{ cohortPlan }, { cohortPassbacks }, t, lms] = await Promise.all([
    load(CohortPlanDocument, { slug, after: typeof after === 'string' ? after : null }),
    load(CohortPassbacksDocument, { slug, studentIds: [] }),
    getTranslations('cohorts'),
    getTranslations('lmsRoster'),
  ]);
  const courses = coursesOf(cohortPassbacks.links);
  const { cohort, dates, groups, students, timeZone } = cohortPlan;
  return (
    <>
      <CohortHead cohort={cohort} current="dates" lead={t('zone', { timeZone })} />
      <Section title={t('dates')} note={t('datesNote')}>
        <DatesTable cohortId={cohort.id} dates={dates} />
      </Section>
      <Section title={t('students')} note={t('studentsNote')}>
        <StudentsPanel cohortId={cohort.id} dates={dates} students={students.nodes} groups={groups} />
        <NextPage pageInfo={students.pageInfo} path={`/cohorts/${slug}`}>
          {t('moreStudents')}
        </NextPage>
      </Section>
      {courses.length > 0 && (
        <Section title={lms('title')} note={lms('note')}>
          <LmsRoster courses={courses} />
        </Section>
      )}
    </>
  );
}

/** Each course that links here, once: all of its links list the same people. */
function coursesOf(links: CohortPassbacksQuery['cohortPassbacks']['links']) {
  const courses = links.map(({ id, platformName, contextTitle }) => ({
    linkId: id,
    title: [platformName, contextTitle].filter(Boolean).join(': '),
  }));
  return [...new Map(courses.toReversed().map((course) => [course.title, course])).values()];
}

export default withMessages(['cohorts', 'lmsRoster', 'roster'], Page);
