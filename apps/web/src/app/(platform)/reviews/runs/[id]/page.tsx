import { getTranslations } from 'next-intl/server';
import { GradingDesk } from '@/features/reviews/grading-desk';
import { requireGrader } from '@/features/reviews/require-grader';
import { ReviewDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs } from '@/ui/page';

export const generateMetadata = () => titled('reviews');

async function Page({ params }: { params: Promise<{ id: string }> }) {
  await requireGrader();
  const { id } = await params;
  const [{ review }, t] = await Promise.all([
    load(ReviewDocument, { runId: id }),
    getTranslations('reviews'),
  ]);
  const { assignmentSlug, assignmentTitle, student } = review;
  return (
    <>
      <Crumbs
        trail={[
          { label: t('title'), href: '/reviews' },
          { label: assignmentTitle, href: `/reviews/${assignmentSlug}` },
          { label: student },
        ]}
      />
      <h1>{t('reviewOf', { student, assignment: assignmentTitle })}</h1>
      <GradingDesk key={review.runId} initial={review} />
    </>
  );
}

export default withMessages(['reviews', 'run.declaration', 'submit.ai', 'ui.callout', 'workflow'], Page);
