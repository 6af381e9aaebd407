'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CertifyDialog } from '@/features/submit/certify-dialog';
import { NoneLeft } from '@/features/submit/none-left';
import { SubmitOptions } from '@/features/submit/submit-options';
import type { SubmitKind } from '@/features/submit/submission.types';
import type { DeclarationInput, PolicyFragment } from '@/generated/graphql';
import { Notice } from '@/ui/notice';
import type { Sketch } from './sketch';
import { useHandingIn } from './use-handing-in';
import styles from './redraw-desk.module.css';

interface Props {
  assignmentSlug: string;
  sketch: Sketch;
  policy: PolicyFragment;
  integrityPolicy: string;
}

/** Hand the sketch in: what it counts for, what helped, and the question before a certification run. */
export function HandIn({ assignmentSlug, sketch, policy, integrityPolicy }: Props) {
  const t = useTranslations('redraw');
  const submitWords = useTranslations('submit');
  const { handIn, isBusy, problem } = useHandingIn(assignmentSlug);
  const [kind, setKind] = useState<SubmitKind>('PRACTICE');
  const [declaration, setDeclaration] = useState<DeclarationInput>({
    aiUse: 'NONE',
    help: '',
    isOwnWork: false,
  });
  const [isAsking, setAsking] = useState(false);
  const left = kind === 'PRACTICE' ? policy.practiceLeftToday : policy.certificationsLeft;

  if (!policy.isOpen) {
    return (
      <Notice meaning="neutral" title={submitWords('closed')}>
        {policy.closedReason ?? submitWords('closedText')}
      </Notice>
    );
  }

  function go() {
    setAsking(false);
    void handIn(sketch, kind, declaration);
  }

  return (
    <section className={styles.handIn} aria-labelledby="hand-in">
      <h2 id="hand-in">{submitWords('title')}</h2>
      <SubmitOptions
        kind={kind}
        onKind={setKind}
        policy={policy}
        integrityPolicy={integrityPolicy}
        notes={{
          PRACTICE: t('practiceNote', { left: policy.practiceLeftToday }),
          CERTIFICATION: t('certificationNote', { left: policy.certificationsLeft }),
        }}
        declaration={declaration}
        onDeclaration={setDeclaration}
      />
      <div>
        <Button
          loading={isBusy}
          disabled={left === 0 || sketch.edges.length === 0 || !declaration.isOwnWork}
          onClick={() => (kind === 'CERTIFICATION' ? setAsking(true) : go())}
          data-testid="submit-drawing"
        >
          {submitWords(kind === 'CERTIFICATION' ? 'submitCertification' : 'submitPractice')}
        </Button>
      </div>
      {left === 0 && (
        <p className={styles.hint}>
          <NoneLeft kind={kind} policy={policy} />
        </p>
      )}
      {problem !== null && (
        <div role="alert">
          <Notice meaning="failed" title={submitWords('notQueued')}>
            {problem || submitWords('unreachable')}
          </Notice>
        </div>
      )}
      <CertifyDialog
        isOpen={isAsking}
        left={policy.certificationsLeft}
        scoredOn={t('scoredOn')}
        onClose={() => setAsking(false)}
        onConfirm={go}
      />
    </section>
  );
}
