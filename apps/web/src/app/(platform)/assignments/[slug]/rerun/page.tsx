import { getTranslations } from 'next-intl/server';
import { requireAuthor } from '@/features/authoring/require-author';
import { AssignmentCohorts } from '@/features/cohorts/assignment-cohorts';
import { BeginForm } from '@/features/reruns/begin-form';
import { EarlierReruns } from '@/features/reruns/earlier-reruns';
import { RerunView } from '@/features/reruns/rerun-view';
import { RerunDocument, RerunsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, Section } from '@/ui/page';

export const generateMetadata = () => titled('reruns');

async function Page({ params, searchParams }: PageProps<'/assignments/[slug]/rerun'>) {
  await requireAuthor();
  const [{ slug }, asked, t] = await Promise.all([params, searchParams, getTranslations('reruns')]);
  return (
    <AssignmentCohorts
      slug={slug}
      page="rerun"
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
  const [{ rerunVersions, reruns }, t] = await Promise.all([
    load(RerunsDocument, { assignmentSlug: slug, cohortSlug: cohort }),
    getTranslations('reruns'),
  ]);
  const shown = reruns.find(({ id }) => id === asked['rerun']) ?? reruns[0];
  const versions = rerunVersions.filter(({ works }) => works > 0);
  const isOpen = reruns.some(({ status }) => status === 'OPEN' || status === 'COMMITTING');
  const form = !isOpen && versions.length > 0 && (
    <BeginForm assignmentSlug={slug} cohortSlug={cohort} versions={versions} />
  );
  if (!shown) {
    return (
      <Empty title={t(form ? 'emptyTitle' : 'nothingTitle')} action={form}>
        {t(form ? 'emptyText' : 'nothingText')}
      </Empty>
    );
  }
  const after = typeof asked['after'] === 'string' ? asked['after'] : null;
  const { rerun } = await load(RerunDocument, { id: shown.id, after });
  return (
    <>
      {form && <Section title={t('another')}>{form}</Section>}
      <RerunView slug={slug} cohort={cohort} rerun={rerun} />
      <EarlierReruns slug={slug} cohort={cohort} reruns={reruns} shown={rerun.id} />
    </>
  );
}

export default withMessages(['reruns'], Page);
