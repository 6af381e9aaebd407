'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { RunChangedDocument, type RunStateFragment } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';
import { Columns } from '@/ui/columns';
import { Section } from '@/ui/page';
import { ArtifactTable } from '@/features/artifacts/artifact-table';
import { HeldNotice } from '@/features/grades/held-notice';
import { ReproductionResult } from '@/features/reproductions/reproduction-result';
import { CancelButton } from './cancel-button';
import { DeclarationPanel } from './declaration-panel';
import { PhaseTimeline } from './phase-timeline';
import { QueueCard } from './queue-card';
import { ReceiptPanel } from './receipt-panel';
import { ResourceCurves } from './resource-curves';
import { ResourceTimeline } from './resource-timeline';
import { Resources } from './resources';
import { RunError } from './run-error';
import { RunHead } from './run-head';
import { RunLog } from './run-log';
import { ScoreSummary } from './score-summary';

interface Props {
  initial: RunStateFragment;
  isOwn: boolean;
}

/** A run as it happens. The server rendered what was known; the subscription carries on from there. */
export function RunLive({ initial, isOwn }: Props) {
  const t = useTranslations('run');
  const files = useTranslations('artifacts');
  const router = useRouter();
  const wasFinished = initial.status === 'FINISHED';
  const { data, error } = useSubscription(RunChangedDocument, {
    variables: { runId: initial.id },
    skip: wasFinished,
  });
  const run = data?.runChanged ?? initial;
  const isFinished = run.status === 'FINISHED';
  const ended = run.phases.filter(({ endedAt, attempt }) => endedAt !== null && attempt === run.attempt);

  // The pages around this one (attempts, best points) were rendered before the run ended.
  useEffect(() => {
    if (isFinished && !wasFinished) router.refresh();
  }, [isFinished, wasFinished, router]);

  return (
    <>
      <RunHead
        run={run}
        actions={isOwn && !isFinished ? <CancelButton run={run} /> : null}
        isOffline={error !== undefined && !isFinished}
      />
      <Columns
        side={
          <>
            <ReceiptPanel run={run} />
            <DeclarationPanel declaration={run.submission.declaration} />
          </>
        }
      >
        {run.reproduction && <ReproductionResult reproduction={run.reproduction} />}
        {run.score && <ScoreSummary runId={run.id} score={run.score} />}
        {run.status === 'QUEUED' && <QueueCard queue={run.queue} />}
        {run.isHeld && run.outcome === 'SCORED' && <HeldNotice isOwn={isOwn} />}
        <RunError run={run} />
        <Section title={t('phases')}>
          <PhaseTimeline run={run} />
        </Section>
        {ended.length > 0 && (
          <Section title={t('resources.title')} note={t('resources.note')}>
            <ResourceTimeline phases={ended} />
            <Resources phases={ended} limits={run.phaseLimits} />
            <ResourceCurves phases={ended} limits={run.phaseLimits} />
          </Section>
        )}
        {run.artifacts.length > 0 && (
          <Section id="files" title={files('title')} note={files('note')}>
            <ArtifactTable runId={run.id} artifacts={run.artifacts} />
          </Section>
        )}
        <Section title={t('log')} note={t('logNote')}>
          <RunLog runId={run.id} isLive={!isFinished} />
        </Section>
      </Columns>
    </>
  );
}
