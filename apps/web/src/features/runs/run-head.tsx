import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RunStateFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { PageHead } from '@/ui/page';
import { MEANING_OF, statusOf } from './run-status';

interface Props {
  run: RunStateFragment;
  actions: ReactNode;
  isOffline: boolean;
}

/** What this run is and where it stands; the state is spoken when it changes. */
export function RunHead({ run, actions, isOffline }: Props) {
  const t = useTranslations('run');
  const runs = useTranslations('runs');
  const status = statusOf(run);
  return (
    <PageHead
      kicker={
        <>
          {runs(`kind.${run.kind}`)} · {run.student.name} · <LocalTime at={run.queuedAt} />
        </>
      }
      title={run.submission.fileName}
      lead={
        <span role="status" data-testid="run-status" data-status={status}>
          <Mark meaning={MEANING_OF[status]} filled>
            {runs(`status.${status}`)}
          </Mark>
          {isOffline && <span> {t('offline')}</span>}
        </span>
      }
      aside={actions}
    />
  );
}
