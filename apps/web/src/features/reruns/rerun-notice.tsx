import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { RunRerunFragment } from '@/generated/graphql';
import { Notice } from '@/ui/notice';

/** A grader or dataset was wrong: which result counts instead of which, and why. Nothing on any other run. */
export function RerunNotice({ runId, rerun }: { runId: string; rerun: RunRerunFragment | null }) {
  const t = useTranslations('reruns.notice');
  if (!rerun) return null;
  const { version, reason } = rerun;
  const isReplaced = rerun.originalRunId === runId;
  return (
    <Notice meaning="attention" title={t(isReplaced ? 'replaced' : 'replaces', { version })}>
      <p>{reason}</p>
      <p>
        <Link href={`/runs/${isReplaced ? rerun.runId : rerun.originalRunId}/score`}>
          {t(isReplaced ? 'toNew' : 'toOld')}
        </Link>
      </p>
    </Notice>
  );
}
