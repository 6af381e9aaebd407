import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FromGraders } from '@/features/reviews/from-graders';
import { LateNotice } from '@/features/reviews/late-notice';
import { RerunNotice } from '@/features/reruns/rerun-notice';
import { RunTrail } from '@/features/runs/run-trail';
import { ScoreView } from '@/features/score/score-view';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { RunReviewDocument, ScoreDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Notices } from '@/ui/notice';
import { PageHead } from '@/ui/page';

type Props = PageProps<'/runs/[id]/score'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ run }, t] = await Promise.all([
    load(ScoreDocument, { id: (await params).id }),
    getTranslations('titles'),
  ]);
  return { title: `${t('score')} · ${run.assignment.title}` };
}

async function Page({ params }: Props) {
  const { id } = await params;
  const [{ run }, { run: reviewed }, viewer, t, kinds] = await Promise.all([
    load(ScoreDocument, { id }),
    load(RunReviewDocument, { id }),
    readViewer(),
    getTranslations('score'),
    getTranslations('runs.kind'),
  ]);
  if (!run.score) redirect(`/runs/${id}`);
  return (
    <>
      <RunTrail run={run} isScore />
      <PageHead
        kicker={`${kinds(run.kind)} · ${run.student.name}`}
        title={t('title', { assignment: run.assignment.title })}
      />
      <Notices>
        <RerunNotice runId={id} rerun={run.rerun} />
        <LateNotice lateness={reviewed.score?.lateness} />
      </Notices>
      <ScoreView
        run={run}
        score={run.score}
        isOwn={viewer?.id === run.student.id}
        roles={viewer ? rolesIn(viewer) : []}
      />
      <FromGraders comments={reviewed.reviewComments} />
    </>
  );
}

export default withMessages(['credentials', 'regrade', 'reproduction', 'score'], Page);
