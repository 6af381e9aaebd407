import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AssignmentCohortsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { ChoiceLinks } from '@/ui/choice-links';
import { Crumbs, Empty, PageHead } from '@/ui/page';

interface Props {
  slug: string;
  /** The page, below the assignment's. */
  page: 'rerun' | 'similarity' | 'teams';
  /** The slug of the requested cohort; the first cohort if there is none of that name. */
  asked: string | string[] | undefined;
  title: (assignment: string) => string;
  heading: string;
  lead: string;
  /** What the page shows of a cohort, by its slug. */
  children: (cohort: string) => ReactNode;
}

/** What instructors do with an assignment, one cohort at a time. */
export async function AssignmentCohorts({ slug, page, asked, title, heading, lead, children }: Props) {
  const [{ assignment, cohorts }, t, places] = await Promise.all([
    load(AssignmentCohortsDocument, { slug }),
    getTranslations('assignmentCohorts'),
    getTranslations('frame.place'),
  ]);
  const cohort = cohorts.find((known) => known.slug === asked) ?? cohorts[0];
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: assignment.title, href: `/assignments/${slug}` },
          { label: heading },
        ]}
      />
      <PageHead title={title(assignment.title)} lead={lead} />
      {cohorts.length > 1 && (
        <ChoiceLinks
          label={t('cohorts')}
          choices={cohorts.map((one) => ({
            href: `/assignments/${slug}/${page}?cohort=${one.slug}`,
            label: one.name,
            isCurrent: one.slug === cohort?.slug,
          }))}
        />
      )}
      {cohort ? children(cohort.slug) : <Empty title={t('noCohortTitle')}>{t('noCohortText')}</Empty>}
    </>
  );
}
