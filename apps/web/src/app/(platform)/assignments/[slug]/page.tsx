import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssignmentPage } from '@/features/assignments/assignment-page';
import { NextVersionButton } from '@/features/authoring/next-version-button';
import { isAuthor } from '@/features/authoring/require-author';
import { OwnQuota } from '@/features/quotas/own-quota';
import { RunList } from '@/features/runs/run-list';
import { TeamPanel } from '@/features/teams/team-panel';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { AssignmentDocument, RunsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Link } from '@/ui/link';
import { Empty } from '@/ui/page';

type Props = PageProps<'/assignments/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await load(AssignmentDocument, { slug: (await params).slug });
  return { title: assignment.title };
}

async function Page({ params }: Props) {
  const { slug } = await params;
  const [{ assignment }, { runs }, viewer, t, drafts] = await Promise.all([
    load(AssignmentDocument, { slug }),
    load(RunsDocument, { assignmentSlug: slug, first: 10, after: null }),
    readViewer(),
    getTranslations('assignment'),
    getTranslations('drafts'),
  ]);
  const roles = viewer === null ? [] : rolesIn(viewer);
  const canAuthor = viewer !== null && isAuthor(viewer);
  const isStudent = roles.includes('STUDENT');
  const attempts =
    runs.edges.length === 0 ? (
      <Empty title={t('noAttemptsTitle')}>
        {t(assignment.version?.diagram ? 'noDrawingsText' : 'noAttemptsText')}
      </Empty>
    ) : (
      <RunList first={runs} assignmentSlug={slug} withStudent={!isStudent} />
    );
  return (
    <AssignmentPage
      assignment={assignment}
      canSubmit={isStudent}
      canRevise={roles.includes('INSTRUCTOR')}
      canRerun={canAuthor}
      authoring={
        canAuthor && (
          <>
            {assignment.kind === 'PROJECT' && <NextVersionButton slug={slug} />}
            {assignment.version && (
              <Link href={`/drafts?export=${slug}#export`}>{drafts('export.link')}</Link>
            )}
          </>
        )
      }
      quota={isStudent && <OwnQuota />}
      team={
        isStudent &&
        assignment.teamwork && (
          <TeamPanel slug={slug} teamwork={assignment.teamwork} hasAttempts={runs.edges.length > 0} />
        )
      }
      attempts={attempts}
    />
  );
}

export default withMessages(['drafts.nextVersion', 'points', 'runs', 'submit', 'teams', 'ui'], Page);
