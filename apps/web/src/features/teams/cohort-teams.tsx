import { getTranslations } from 'next-intl/server';
import { CohortPlanDocument, TeamsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { LocalTime } from '@/ui/local-time';
import { Empty, Section } from '@/ui/page';
import { ChangeTeam } from './change-team';

/** The teams of a cohort on an assignment, each with what changes it. */
export async function CohortTeams({ slug, cohort }: { slug: string; cohort: string }) {
  const [{ cohortPlan }, t] = await Promise.all([
    load(CohortPlanDocument, { slug: cohort, first: 100, after: null }),
    getTranslations('teams'),
  ]);
  const { teams } = await load(TeamsDocument, { assignmentSlug: slug, cohortId: cohortPlan.cohort.id });
  if (teams.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  const taken = new Set(teams.flatMap(({ members }) => members.map(({ id }) => id)));
  const others = cohortPlan.students.nodes
    .filter(({ studentId }) => !taken.has(studentId))
    .map(({ studentId, name }) => ({ id: studentId, name }));
  return teams.map((team) => (
    <Section key={team.id} id={team.id} title={team.name}>
      <p>
        {team.frozenAt ? t.rich('frozen', { at: () => <LocalTime at={team.frozenAt ?? ''} /> }) : t('open')}
      </p>
      <ChangeTeam team={team} others={others} />
    </Section>
  ));
}
