import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import type { RunStateFragment } from '@/generated/graphql';
import { durationText } from '@/ui/units';
import { resourceSpans, type ResourceSpan } from './resource-spans';
import styles from './resource-timeline.module.css';

const [WIDTH, HEIGHT] = [600, 44];

/** Cores and memory along the run. The table below says the same in numbers. */
export function ResourceTimeline({ phases }: { phases: RunStateFragment['phases'] }) {
  const t = useTranslations('run.resources');
  const found = resourceSpans(phases);
  if (!found) return null;
  const { spans, mostCores, mostBytes, totalMs } = found;
  return (
    <figure className={styles.figure}>
      <Strip
        label={t('coresOver', { most: mostCores })}
        spans={spans}
        share={({ cores }) => cores / mostCores}
      />
      <Strip
        label={t('memoryOver', { most: sizeText(mostBytes) })}
        spans={spans}
        share={({ bytes }) => bytes / mostBytes}
      />
      <figcaption className={styles.axis}>
        <span>{t('start')}</span>
        <span>{durationText(totalMs)}</span>
      </figcaption>
    </figure>
  );
}

interface StripProps {
  label: string;
  spans: readonly ResourceSpan[];
  share: (span: ResourceSpan) => number;
}

function Strip({ label, spans, share }: StripProps) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.strip} aria-hidden>
        {spans.map((span) => {
          const height = Math.max(1, (HEIGHT - 2) * (share(span) || 0));
          return (
            <rect
              key={span.id}
              x={span.from * WIDTH}
              width={Math.max(1.5, (span.to - span.from) * WIDTH - 1)}
              y={HEIGHT - height}
              height={height}
            />
          );
        })}
      </svg>
    </div>
  );
}
