import { getTranslations } from 'next-intl/server';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { GradeTable } from '@/features/grades/grade-table';
import { HoldTable } from '@/features/grades/hold-table';
import { CohortGradesDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { FileButton } from '@/ui/file-button';
import { NextPage } from '@/ui/next-page';
import { Section } from '@/ui/page';

export const generateMetadata = () => titled('grades');

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  await requireInstructor();
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  const [{ cohortGrades }, t] = await Promise.all([
    load(CohortGradesDocument, { slug, after: typeof after === 'string' ? after : null }),
    getTranslations('grades'),
  ]);
  const { cohort, assignments, students } = cohortGrades;
  return (
    <>
      <CohortHead
        cohort={cohort}
        current="grades"
        lead={t('lead')}
        aside={<FileButton href={`/files/cohorts/${slug}/grades.csv`}>{t('download')}</FileButton>}
      />
      <Section title={t('book')} note={t('bookNote')}>
        <GradeTable assignments={assignments} students={students.nodes} />
        <NextPage pageInfo={students.pageInfo} path={`/cohorts/${slug}/grades`}>
          {t('moreStudents')}
        </NextPage>
      </Section>
      <Section title={t('release')} note={t('releaseNote')}>
        <HoldTable cohortId={cohort.id} assignments={assignments} />
      </Section>
    </>
  );
}
