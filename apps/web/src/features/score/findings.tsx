import { useTranslations } from 'next-intl';
import { Mark, type Meaning } from '@/ui/mark';
import type { Score } from './score.types';
import styles from './findings.module.css';

const ORDER = ['FLAG', 'WARNING', 'INFO'] as const;
const MEANING: Record<(typeof ORDER)[number], Meaning> = {
  FLAG: 'failed',
  WARNING: 'attention',
  INFO: 'neutral',
};

/** What the probes found, as plain sentences, the gravest first. */
export function Findings({ findings }: { findings: Score['findings'] }) {
  const t = useTranslations('score.severity');
  const severityOf = (text: string) => ORDER.find((known) => known === text) ?? 'INFO';
  const sorted = findings.toSorted(
    (a, b) => ORDER.indexOf(severityOf(a.severity)) - ORDER.indexOf(severityOf(b.severity)),
  );
  return (
    <ul className={styles.findings}>
      {sorted.map((finding) => {
        const severity = severityOf(finding.severity);
        return (
          <li key={finding.key + finding.message}>
            <Mark meaning={MEANING[severity]}>{t(severity)}</Mark>
            <p>{finding.message}</p>
          </li>
        );
      })}
    </ul>
  );
}
