import { useTranslations } from 'next-intl';
import { Mark, type Meaning } from '@/ui/mark';
import type { Score } from './score.types';
import styles from './findings.module.css';

const STATES = ['PASSED', 'CAPPED', 'FAILED'] as const;
const MEANING: Record<(typeof STATES)[number], Meaning> = {
  PASSED: 'passed',
  CAPPED: 'attention',
  FAILED: 'failed',
};

/** Conditions that points cannot buy. */
export function Gates({ gates }: { gates: Score['gates'] }) {
  const t = useTranslations('score.gateStatus');
  return (
    <ul className={styles.findings}>
      {gates.map((gate) => {
        const state = STATES.find((known) => known === gate.status) ?? 'FAILED';
        return (
          <li key={gate.key}>
            <Mark meaning={MEANING[state]}>{t(state)}</Mark>
            <p>{gate.message}</p>
          </li>
        );
      })}
    </ul>
  );
}
