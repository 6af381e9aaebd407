import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { Problem } from './submission.types';

/** Why nothing was queued. Nothing is lost: the archive is still at hand. */
export function SubmitProblem({
  problem,
  onRetry,
  onReset,
}: {
  problem: Problem;
  onRetry: () => void;
  onReset: () => void;
}) {
  const t = useTranslations('submit');
  const message =
    problem.kind === 'refused'
      ? problem.message
      : problem.kind === 'upload'
        ? problem.failure.message || t('uploadFailed')
        : t('unreachable');
  return (
    <div role="alert">
      <Notice meaning="failed" title={t('notQueued')}>
        {message}
      </Notice>
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
        <Button size="xs" variant="default" onClick={onReset}>
          {t('chooseOther')}
        </Button>
      </Group>
    </div>
  );
}
