'use client';

import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { RunStateFragment } from '@/generated/graphql';
import { Mark, type Meaning } from '@/ui/mark';
import { durationText } from '@/ui/units';
import { ownLabel } from './own-label';
import { elapsedMs, limitShare, plannedPhases, spentMs, type TimelinePhase } from './timeline';
import { useNow } from './use-now';
import styles from './phase-timeline.module.css';

const MEANING: Record<TimelinePhase['status'], Meaning> = {
  WAITING: 'waiting',
  RUNNING: 'running',
  SUCCEEDED: 'passed',
  FAILED: 'failed',
  CANCELLED: 'neutral',
};

/** Phases from left to right, each with its time against the limit. On a phone those that are done are folded into one line. */
export function PhaseTimeline({ run }: { run: RunStateFragment }) {
  const t = useTranslations('run');
  const now = useNow(run.status === 'RUNNING');
  const [isFolded, setFolded] = useState(true);
  const listId = useId();
  const phases = plannedPhases(run);
  const done = phases.filter(({ status }) => status === 'SUCCEEDED');
  return (
    <>
      {done.length > 0 && (
        <UnstyledButton
          className={styles.fold}
          aria-expanded={!isFolded}
          aria-controls={listId}
          onClick={() => setFolded(!isFolded)}
        >
          <IconChevronRight size={16} aria-hidden className={styles.chevron} />
          <Mark meaning="passed">{t('donePhases', { count: done.length })}</Mark>
          <span className={styles.time}>{durationText(spentMs(done))}</span>
        </UnstyledButton>
      )}
      <ol id={listId} className={styles.timeline} data-folded={isFolded} data-testid="phases">
        {phases.map((phase) => (
          <PhaseStep key={phase.key} phase={phase} now={now} />
        ))}
      </ol>
    </>
  );
}

function PhaseStep({ phase, now }: { phase: TimelinePhase; now: number }) {
  const t = useTranslations('run');
  const names = useTranslations('phase');
  const elapsed = elapsedMs(phase, now);
  const label = ownLabel(names(phase.name), phase.label);
  return (
    <li
      className={styles.phase}
      data-status={phase.status}
      aria-current={phase.status === 'RUNNING' ? 'step' : undefined}
    >
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${100 * limitShare(phase, now)}%` }} />
      </span>
      <Mark meaning={MEANING[phase.status]}>{names(phase.name)}</Mark>
      {label && <span className={styles.label}>{label}</span>}
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
}
