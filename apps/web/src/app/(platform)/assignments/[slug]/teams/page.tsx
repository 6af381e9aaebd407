import { getTranslations } from 'next-intl/server';
import { AssignmentCohorts } from '@/features/cohorts/assignment-cohorts';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CohortTeams } from '@/features/teams/cohort-teams';
import { withMessages } from '@/i18n/with-messages';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('teams');

async function Page({ params, searchParams }: PageProps<'/assignments/[slug]/teams'>) {
  await requireInstructor();
  const [{ slug }, asked, t] = await Promise.all([params, searchParams, getTranslations('teams')]);
  return (
    <AssignmentCohorts
      slug={slug}
      page="teams"
      asked={asked['cohort']}
      heading={t('heading')}
      title={(title) => t('headingOf', { title })}
      lead={t('lead')}
    >
      {(cohort) => <CohortTeams slug={slug} cohort={cohort} />}
    </AssignmentCohorts>
  );
}

export default withMessages(['teams'], Page);
