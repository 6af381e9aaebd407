import type { Metadata } from 'next';
import { RerunNotice } from '@/features/reruns/rerun-notice';
import { RunLive } from '@/features/runs/run-live';
import { RunTrail } from '@/features/runs/run-trail';
import { readViewer } from '@/features/viewer/read-viewer';
import { RunDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/runs/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await load(RunDocument, { id: (await params).id });
  return { title: `${run.submission.fileName} · ${run.assignment.title}` };
}

async function Page({ params }: Props) {
  const [{ run }, viewer] = await Promise.all([load(RunDocument, { id: (await params).id }), readViewer()]);
  return (
    <>
      <RunTrail run={run} />
      <RerunNotice runId={run.id} rerun={run.rerun} />
      <RunLive initial={run} isOwn={viewer?.id === run.student.id} />
    </>
  );
}

export default withMessages(
  ['artifacts', 'grades', 'phase', 'points', 'reproduction', 'run', 'runs', 'submit.ai', 'ui'],
  Page,
);
