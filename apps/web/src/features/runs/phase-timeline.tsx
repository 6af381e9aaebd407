'use client';

import { useTranslations } from 'next-intl';
import type { RunStateFragment } from '@/generated/graphql';
import { Mark, type Meaning } from '@/ui/mark';
import { durationText } from '@/ui/units';
import { elapsedMs, limitShare, plannedPhases, type TimelinePhase } from './timeline';
import { useNow } from './use-now';
import styles from './phase-timeline.module.css';

const MEANING: Record<TimelinePhase['status'], Meaning> = {
  WAITING: 'waiting',
  RUNNING: 'running',
  SUCCEEDED: 'passed',
  FAILED: 'failed',
  CANCELLED: 'neutral',
};

/** Phases from left to right, each with its time against the limit. */
export function PhaseTimeline({ run }: { run: RunStateFragment }) {
  const t = useTranslations('run');
  const names = useTranslations('phase');
  const now = useNow(run.status === 'RUNNING');
  const phases = plannedPhases(run);
  return (
    <ol className={styles.timeline} data-testid="phases">
      {phases.map((phase) => {
        const elapsed = elapsedMs(phase, now);
        return (
          <li
            key={phase.key}
            className={styles.phase}
            data-status={phase.status}
            aria-current={phase.status === 'RUNNING' ? 'step' : undefined}
          >
            <span className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ width: `${100 * limitShare(phase, now)}%` }} />
            </span>
            <Mark meaning={MEANING[phase.status]}>{names(phase.name)}</Mark>
            {phase.label && <span className={styles.label}>{phase.label}</span>}
            <span className={styles.time} suppressHydrationWarning>
              {elapsed === null || phase.limitSeconds === null
                ? t(`phaseStatus.${phase.status}`)
                : t('elapsedOf', {
                    elapsed: durationText(elapsed),
                    limit: durationText(phase.limitSeconds * 1000),
                  })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
