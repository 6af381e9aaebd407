'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { DeclarationInput } from '@/generated/graphql';
import type { AssignmentDetail, Version } from '@/features/assignments/assignment.types';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { CertifyDialog } from './certify-dialog';
import { CheckList } from './check-list';
import { DropArea } from './drop-area';
import { SubmitOptions } from './submit-options';
import { SubmitProblem } from './submit-problem';
import { Transfer } from './transfer';
import { useSubmission, type SubmitKind } from './use-submission';
import styles from './submit-panel.module.css';

/** Hand in: choose, see the checks, decide what it counts for, send. */
export function SubmitPanel({ assignment, version }: { assignment: AssignmentDetail; version: Version }) {
  const t = useTranslations('submit');
  const router = useRouter();
  const { policy } = assignment;
  const rules = useMemo(
    () => ({
      limits: version.archiveLimits,
      assignmentSlug: assignment.slug,
      commands: Object.fromEntries(
        version.commands.map(({ name, isRequired }) => [name, { required: isRequired }]),
      ),
    }),
    [version, assignment.slug],
  );
  const { stage, check, send, togglePause, reset } = useSubmission(rules);
  const [kind, setKind] = useState<SubmitKind>('PRACTICE');
  const [declaration, setDeclaration] = useState<DeclarationInput>({ aiUse: 'NONE', help: '' });
  const [isAsking, setAsking] = useState(false);
  const archive = stage.name === 'checked' ? stage.checked.archive : null;
  const left = kind === 'PRACTICE' ? policy.practiceLeftToday : policy.certificationsLeft;

  useEffect(() => {
    if (stage.name === 'queued') router.push(`/runs/${stage.runId}`);
  }, [stage, router]);

  if (!policy.isOpen) {
    return (
      <Panel title={t('title')}>
        <Notice meaning="neutral" title={t('closed')}>
          {policy.closedReason ?? t('closedText')}
        </Notice>
      </Panel>
    );
  }

  function go() {
    setAsking(false);
    if (archive) void send(archive, kind, declaration);
  }

  return (
    <Panel title={t('title')}>
      <div className={styles.steps}>
        {(stage.name === 'empty' || stage.name === 'checking' || stage.name === 'checked') && (
          <DropArea
            isBusy={stage.name === 'checking'}
            isFilled={stage.name === 'checked'}
            onFiles={(files, isFolder) => void check(files, isFolder)}
          />
        )}
        {stage.name === 'checked' && <CheckList checked={stage.checked} label={stage.label} />}
        {archive && (
          <>
            <SubmitOptions
              kind={kind}
              onKind={setKind}
              policy={policy}
              declaration={declaration}
              onDeclaration={setDeclaration}
            />
            <Button
              disabled={left === 0}
              onClick={() => (kind === 'CERTIFICATION' ? setAsking(true) : go())}
              data-testid="submit"
            >
              {t(kind === 'CERTIFICATION' ? 'submitCertification' : 'submitPractice')}
            </Button>
            {left === 0 && (
              <p className={styles.note}>
                {t(kind === 'CERTIFICATION' ? 'noCertificationLeft' : 'noPracticeLeft')}
              </p>
            )}
          </>
        )}
        {(stage.name === 'sending' || stage.name === 'queueing' || stage.name === 'queued') && (
          <Transfer stage={stage} onTogglePause={togglePause} onStop={reset} />
        )}
        {stage.name === 'refused' && (
          <SubmitProblem
            problem={stage.problem}
            onRetry={() => void send(stage.archive, kind, declaration)}
            onReset={reset}
          />
        )}
      </div>
      <CertifyDialog
        isOpen={isAsking}
        left={policy.certificationsLeft}
        onClose={() => setAsking(false)}
        onConfirm={go}
      />
    </Panel>
  );
}
