import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sizeText } from '@holdout/domain';
import type { RunStateFragment } from '@/generated/graphql';
import { Table, tableStyles } from '@/ui/table';
import { durationText } from '@/ui/units';
import { ownLabel } from './own-label';
import styles from './resources.module.css';

type Phase = RunStateFragment['phases'][number];

interface Props {
  phases: Phase[];
  limits: RunStateFragment['phaseLimits'];
}

/** Time, CPU and memory of every phase that ended, against what it was given, on demand: the strips above say the most of it. */
export function Resources({ phases, limits }: Props) {
  const t = useTranslations('run.resources');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.data} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('numbers', { count: phases.length })}</summary>
      {isOpen && <PhaseTable phases={phases} limits={limits} />}
    </details>
  );
}

function PhaseTable({ phases, limits }: Props) {
  const t = useTranslations('run.resources');
  const names = useTranslations('phase');
  return (
    <Table label={t('title')} narrow="abreast">
      <thead>
        <tr>
          <th scope="col">{t('phase')}</th>
          <th scope="col" className={styles.meter}>
            {t('time')}
          </th>
          <th scope="col" className={tableStyles.right}>
            {t('cpu')}
          </th>
          <th scope="col" className={styles.meter}>
            {t('memory')}
          </th>
        </tr>
      </thead>
      <tbody>
        {phases.map((phase) => {
          const { wallMs, cpuSeconds, maxRssBytes, limitSeconds } = phase;
          const label = ownLabel(names(phase.name), phase.label);
          const memory = limits.find(({ phase: name }) => name === phase.name)?.memoryBytes ?? null;
          return (
            <tr key={phase.id}>
              <th scope="row">
                {names(phase.name)}
                {label && <span className={styles.label}>{label}</span>}
              </th>
              <td data-label={t('time')}>
                {wallMs === null ? (
                  t('unknown')
                ) : (
                  <Meter
                    share={wallMs / 1000 / limitSeconds}
                    text={t('of', { used: durationText(wallMs), limit: durationText(limitSeconds * 1000) })}
                  />
                )}
              </td>
              <td data-label={t('cpu')} className={`${tableStyles.right} num`}>
                {cpuSeconds === null ? t('unknown') : durationText(cpuSeconds * 1000)}
                {cpuSeconds !== null && wallMs !== null && wallMs > 0 && (
                  <span className={styles.label}>{t('cores', { cores: (1000 * cpuSeconds) / wallMs })}</span>
                )}
              </td>
              <td data-label={t('memory')}>
                {maxRssBytes === null || memory === null ? (
                  t('unknown')
                ) : (
                  <Meter
                    share={maxRssBytes / memory}
                    text={t('of', { used: sizeText(maxRssBytes), limit: sizeText(memory) })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Meter({ share, text }: { share: number; text: string }) {
  return (
    <>
      <span className="num">{text}</span>
      <span className={styles.track} aria-hidden>
        <span data-high={share > 0.8} style={{ width: `${Math.min(100, 100 * share)}%` }} />
      </span>
    </>
  );
}
