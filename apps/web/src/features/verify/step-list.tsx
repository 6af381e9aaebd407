import { STEPS, type Step, type StepName, type StepState, type Verdict } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import { Mark, type Meaning } from '@/ui/mark';
import styles from './verify-page.module.css';

const MEANING = {
  PASSED: 'passed',
  FAILED: 'failed',
  WARNING: 'attention',
  UNKNOWN: 'waiting',
} satisfies Record<StepState, Meaning>;

const OF_VERDICT = {
  VERIFIED: 'passed',
  INCOMPLETE: 'attention',
  NOT_VERIFIED: 'failed',
} satisfies Record<Verdict, Meaning>;

interface Props {
  heading: Ref<HTMLHeadingElement>;
  kind: 'CREDENTIAL' | 'RECEIPT';
  /** Null while steps are still to come. */
  verdict: Verdict | null;
  steps: readonly Step[];
  /** Stands below the step about the issuer. */
  children: ReactNode;
}

/** The steps, ticking in turn. */
export function StepList({ heading, kind, verdict, steps, children }: Props) {
  const t = useTranslations('verify');
  const names: readonly StepName[] = kind === 'RECEIPT' ? ['SIGNATURE', 'ISSUER'] : STEPS;
  return (
    <section
      className={styles.steps}
      aria-live="polite"
      data-testid="verification"
      data-verdict={verdict ?? ''}
    >
      <h2 ref={heading} tabIndex={-1} className={styles.verdict}>
        <Mark meaning={verdict ? OF_VERDICT[verdict] : 'running'}>
          {t(`verdict.${verdict ?? 'running'}`)}
        </Mark>
      </h2>
      {verdict && <p className={styles.verdictText}>{t(`verdictText.${verdict}`)}</p>}
      <ol aria-label={t('steps')}>
        {names.map((name) => {
          const step = steps.find((done) => done.step === name);
          return (
            <li key={name} data-step={name} data-finding={step?.finding ?? ''}>
              <Mark meaning={step ? MEANING[step.state] : 'waiting'}>
                <strong>{t(`step.${name}`)}</strong>
                {step && <span className={styles.state}> {t(`state.${step.state}`)}</span>}
              </Mark>
              {step && <Sentence step={step} />}
              {name === 'ISSUER' && children}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Sentence({ step: { step, finding, values } }: { step: Step }) {
  const t = useTranslations('verify.finding');
  const { at, count, ...words } = values;
  const key = `${step}.${finding}` as Parameters<typeof t>[0];
  return (
    <p className={styles.sentence}>
      {t(key, { ...words, at: new Date(at ?? 0), count: Number(count ?? 0) } as Parameters<typeof t>[1])}
    </p>
  );
}
