import { useTranslations } from 'next-intl';
import type { RunStateFragment } from '@/generated/graphql';
import { Notice } from '@/ui/notice';
import { durationText } from '@/ui/units';

/** Place in line, and when it will start if that can be told. */
export function QueueCard({ queue }: { queue: RunStateFragment['queue'] }) {
  const t = useTranslations('run.queue');
  return (
    <Notice meaning="waiting" title={queue ? t('position', { position: queue.position }) : t('waiting')}>
      {queue?.etaSeconds ? t('eta', { eta: durationText(queue.etaSeconds * 1000) }) : t('unknown')}
    </Notice>
  );
}
