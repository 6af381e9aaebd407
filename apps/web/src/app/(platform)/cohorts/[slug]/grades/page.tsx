import { getTranslations } from 'next-intl/server';
import { CohortHead } from '@/features/cohorts/cohort-head';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { GradeTable } from '@/features/grades/grade-table';
import { HoldTable } from '@/features/grades/hold-table';
import { PassbackTable } from '@/features/grades/passback-table';
import { CohortGradesDocument, CohortPassbacksDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
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

async function Page({ params, searchParams }: Props) {
  await requireInstructor();
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  const [{ cohortGrades }, t, passbacks] = await Promise.all([
    load(CohortGradesDocument, { slug, after: typeof after === 'string' ? after : null }),
    getTranslations('grades'),
    getTranslations('passbacks'),
  ]);
  const { cohort, assignments, students } = cohortGrades;
  const studentIds = students.nodes.map(({ studentId }) => studentId);
  const { cohortPassbacks } = await load(CohortPassbacksDocument, { slug, studentIds });
  return (
    <>
      <CohortHead
        cohort={cohort}
        current="grades"
        lead={t('lead')}
        aside={<FileButton href={`/files/cohorts/${slug}/grades.csv`}>{t('download')}</FileButton>}
      />
      <Section title={t('book')} note={t('bookNote')}>
        <GradeTable
          assignments={assignments}
          students={students.nodes}
          passbacks={cohortPassbacks.passbacks}
        />
        <NextPage pageInfo={students.pageInfo} path={`/cohorts/${slug}/grades`}>
          {t('moreStudents')}
        </NextPage>
      </Section>
      <Section title={t('release')} note={t('releaseNote')}>
        <HoldTable cohortId={cohort.id} assignments={assignments} />
      </Section>
      <Section title={passbacks('title')} note={passbacks('note')}>
        <PassbackTable links={cohortPassbacks.links} />
      </Section>
    </>
  );
}

export default withMessages(['grades', 'passbacks'], Page);
