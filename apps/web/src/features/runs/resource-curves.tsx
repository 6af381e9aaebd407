import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { RunStateFragment } from '@/generated/graphql';
import { Block } from '@/ui/skeleton';
import { LEAST_SAMPLES } from './curve-rows';
import styles from './resource-curves.module.css';

// Charts are heavy: they are fetched when somebody asks for them.
const PhaseCurve = lazy(() => import('./phase-curve').then((module) => ({ default: module.PhaseCurve })));

interface Props {
  phases: RunStateFragment['phases'];
  limits: RunStateFragment['phaseLimits'];
}

/** Memory and processors over the time of each phase that took long enough for a curve. */
export function ResourceCurves({ phases, limits }: Props) {
  const t = useTranslations('run.resources');
  const [isOpen, setOpen] = useState(false);
  const sampled = phases.filter(({ samples }) => samples.length >= LEAST_SAMPLES);
  if (sampled.length === 0) return null;
  return (
    <details className={styles.data} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('curves')}</summary>
      {isOpen &&
        sampled.map((phase) => (
          <div key={phase.id} className={styles.place}>
            <Suspense fallback={<Block height="100%" />}>
              <PhaseCurve
                phase={phase}
                memoryLimit={limits.find(({ phase: name }) => name === phase.name)?.memoryBytes ?? null}
              />
            </Suspense>
          </div>
        ))}
    </details>
  );
}
