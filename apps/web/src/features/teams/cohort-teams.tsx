import { getTranslations } from 'next-intl/server';
import { CohortPlanDocument, StudentsWithoutTeamDocument, TeamsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { LocalTime } from '@/ui/local-time';
import { Empty, Section } from '@/ui/page';
import { ChangeTeam } from './change-team';

/** The teams of a cohort on an assignment, each with what changes it. */
export async function CohortTeams({ slug, cohort }: { slug: string; cohort: string }) {
  const [{ cohortPlan }, t] = await Promise.all([
    load(CohortPlanDocument, { slug: cohort, after: null }),
    getTranslations('teams'),
  ]);
  const of = { assignmentSlug: slug, cohortId: cohortPlan.cohort.id };
  const [{ teams }, { studentsWithoutTeam }] = await Promise.all([
    load(TeamsDocument, of),
    load(StudentsWithoutTeamDocument, { ...of, search: '' }),
  ]);
  if (teams.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return teams.map((team) => (
    <Section key={team.id} id={team.id} title={team.name}>
      <p>
        {team.frozenAt ? t.rich('frozen', { at: () => <LocalTime at={team.frozenAt ?? ''} /> }) : t('open')}
      </p>
      <ChangeTeam team={team} of={of} firstOthers={studentsWithoutTeam} />
    </Section>
  ));
}
