import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { BeginForm } from '@/features/reruns/begin-form';
import { EarlierReruns } from '@/features/reruns/earlier-reruns';
import { RerunView } from '@/features/reruns/rerun-view';
import { RerunDocument, RerunPlaceDocument, RerunsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { ChoiceLinks } from '@/ui/choice-links';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('reruns');

export default async function Page({ params, searchParams }: PageProps<'/assignments/[slug]/rerun'>) {
  await requireInstructor();
  const [{ slug }, asked, t, places] = await Promise.all([
    params,
    searchParams,
    getTranslations('reruns'),
    getTranslations('frame.place'),
  ]);
  const { assignment, cohorts } = await load(RerunPlaceDocument, { slug });
  const cohort = cohorts.find((known) => known.slug === asked['cohort']) ?? cohorts[0];
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: assignment.title, href: `/assignments/${slug}` },
          { label: t('heading') },
        ]}
      />
      <PageHead title={t('headingOf', { title: assignment.title })} lead={t('lead')} />
      {cohorts.length > 1 && (
        <ChoiceLinks
          label={t('cohorts')}
          choices={cohorts.map((one) => ({
            href: `/assignments/${slug}/rerun?cohort=${one.slug}`,
            label: one.name,
            isCurrent: one.slug === cohort?.slug,
          }))}
        />
      )}
      {cohort ? (
        <OfCohort slug={slug} cohort={cohort.slug} asked={asked} />
      ) : (
        <Empty title={t('noCohortTitle')}>{t('noCohortText')}</Empty>
      )}
    </>
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
