'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sizeText } from '@holdout/domain';
import type { RunStateFragment } from '@/generated/graphql';
import { ColumnHeads, Table } from '@/ui/table';
import { durationText } from '@/ui/units';
import { CurveChart } from './curve-chart';
import { roundSize, toCurve, type CurveRow } from './curve-rows';
import { ownLabel } from './own-label';
import styles from './resource-curves.module.css';

interface Props {
  phase: RunStateFragment['phases'][number];
  memoryLimit: number | null;
}

/** One phase over its time: drawn, in a sentence, and as a table on demand. */
export function PhaseCurve({ phase, memoryLimit }: Props) {
  const t = useTranslations('run.resources');
  const names = useTranslations('phase');
  const curve = toCurve(phase.samples);
  if (!curve) return null;
  const { rows, mostBytes, mostBytesAt, mostCores, meanCores } = curve;
  const title = names(phase.name);
  const label = ownLabel(title, phase.label);
  const name = label ? `${title} · ${label}` : title;
  const isNearLimit = memoryLimit !== null && mostBytes > memoryLimit / 3;
  // The first row says how many processors were in use before anything was.
  const steps = rows.map(({ seconds, cores }) => ({ seconds, value: cores ?? rows[1]?.cores ?? 0 }));
  return (
    <figure className={styles.figure} data-testid="phase-curve">
      <figcaption>
        <p className={styles.title}>{t('overTime', { phase: name })}</p>
        <p className={styles.note}>
          {memoryLimit === null
            ? t('memoryMost', { most: sizeText(mostBytes), after: durationText(mostBytesAt * 1000) })
            : t('memoryMostOf', {
                most: sizeText(mostBytes),
                after: durationText(mostBytesAt * 1000),
                share: mostBytes / memoryLimit,
                limit: sizeText(memoryLimit),
              })}{' '}
          {t('coresMost', { most: mostCores, mean: meanCores })}
        </p>
      </figcaption>
      <div className={styles.charts} aria-hidden>
        <CurveChart
          label={t(memoryLimit === null ? 'memoryHeld' : isNearLimit ? 'memoryHeldOf' : 'memoryHeldBelow')}
          rows={rows.map(({ seconds, memoryBytes }) => ({ seconds, value: memoryBytes }))}
          most={isNearLimit ? Math.max(mostBytes, memoryLimit) : roundSize(mostBytes)}
          limit={isNearLimit ? memoryLimit : null}
          color="var(--accent)"
          toText={sizeText}
        />
        <CurveChart
          label={t('coresInUse')}
          rows={steps}
          most={Math.max(1, Math.ceil(mostCores))}
          isStepped
          color="var(--chart-2)"
          toText={(cores) => t('number', { value: cores })}
        />
      </div>
      <Data title={t('dataOf', { phase: name })} rows={rows} />
    </figure>
  );
}

function Data({ title, rows }: { title: string; rows: readonly CurveRow[] }) {
  const t = useTranslations('run.resources');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.data} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('showData')}</summary>
      {isOpen && (
        <div className={styles.table}>
          <Table label={title}>
            <ColumnHeads titles={[t('after'), t('memoryHeld'), t('coresInUse')]} />
            <tbody>
              {rows.map(({ seconds, memoryBytes, cores }) => (
                <tr key={seconds}>
                  <th scope="row" className="num">
                    {t('seconds', { seconds })}
                  </th>
                  <td className="num">{sizeText(memoryBytes)}</td>
                  <td className="num">{cores === null ? '' : t('number', { value: cores })}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </details>
  );
}
