'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { DeclarationInput } from '@/generated/graphql';
import type { AssignmentDetail, Version } from '@/features/assignments/assignment.types';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { isReady } from './git-source';
import { NoneLeft } from './none-left';
import type { Rules } from './preflight';
import { SourceChoice, type Way } from './source-choice';
import type { GitSource, Source, Stage, SubmitKind } from './submission.types';
import { SubmitProblem } from './submit-problem';
import { useSubmission } from './use-submission';
import styles from './submit-panel.module.css';

// Needed only once something is chosen.
const CertifyDialog = dynamic(() => import('./certify-dialog').then((module) => module.CertifyDialog));
const SubmitOptions = dynamic(() => import('./submit-options').then((module) => module.SubmitOptions));
const Transfer = dynamic(() => import('./transfer').then((module) => module.Transfer));

const NOTHING_DECLARED: DeclarationInput = { aiUse: 'NONE', help: '', isOwnWork: false };

/** Handing in: choose a project, see the checks, decide what it counts for, send. */
export function SubmitPanel({ assignment, version }: { assignment: AssignmentDetail; version: Version }) {
  const t = useTranslations('submit');
  const router = useRouter();
  const { policy } = assignment;
  const rules = useMemo(() => rulesOf(assignment.slug, version), [assignment.slug, version]);
  const { stage, check, send, togglePause, reset } = useSubmission(rules);
  const [kind, setKind] = useState<SubmitKind>('PRACTICE');
  const [declaration, setDeclaration] = useState<DeclarationInput>(NOTHING_DECLARED);
  const [isAsking, setAsking] = useState(false);
  const [way, setWay] = useState<Way>('files');
  const [git, setGit] = useState<GitSource>({ url: '', commit: '' });
  const isChoosing = stage.name === 'empty' || stage.name === 'checking' || stage.name === 'checked';
  const source = isChoosing ? sourceOf(stage, way, git) : null;
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
    if (source) send(source, kind, declaration);
  }

  return (
    <Panel title={t('title')}>
      <div className={styles.steps}>
        {isChoosing && (
          <SourceChoice
            stage={stage}
            way={way}
            onWay={setWay}
            git={git}
            onGit={setGit}
            onFiles={(files, isFolder) => void check(files, isFolder)}
            takesNotebooks={version.commands.some(({ takesNotebook }) => takesNotebook)}
          />
        )}
        {source && (
          <>
            <SubmitOptions
              kind={kind}
              onKind={setKind}
              policy={policy}
              integrityPolicy={version.integrityPolicy}
              declaration={declaration}
              onDeclaration={setDeclaration}
            />
            <Button
              disabled={left === 0 || !declaration.isOwnWork}
              onClick={() => (kind === 'CERTIFICATION' ? setAsking(true) : go())}
              data-testid="submit"
            >
              {t(kind === 'CERTIFICATION' ? 'submitCertification' : 'submitPractice')}
            </Button>
            {left === 0 && (
              <p className={styles.note}>
                <NoneLeft kind={kind} policy={policy} />
              </p>
            )}
          </>
        )}
        {stage.name === 'fetching' && (
          <p role="status">
            <Mark meaning="running">{t('git.fetching')}</Mark>
          </p>
        )}
        {(stage.name === 'sending' || stage.name === 'queueing' || stage.name === 'queued') && (
          <Transfer stage={stage} onTogglePause={togglePause} onStop={reset} />
        )}
        {stage.name === 'refused' && (
          <SubmitProblem
            problem={stage.problem}
            onRetry={() => send(stage.source, kind, declaration)}
            onReset={reset}
          />
        )}
      </div>
      {source && (
        <CertifyDialog
          isOpen={isAsking}
          left={policy.certificationsLeft}
          onClose={() => setAsking(false)}
          onConfirm={go}
        />
      )}
    </Panel>
  );
}

/** What can be sent now; null while nothing is chosen, or the chosen archive failed a check. */
function sourceOf(stage: Stage, way: Way, git: GitSource): Source | null {
  if (way === 'git') return isReady(git) ? git : null;
  return stage.name === 'checked' ? stage.checked.archive : null;
}

/** The rules that an archive is checked by before it is sent. */
function rulesOf(assignmentSlug: string, { archiveLimits, commands }: Version): Rules {
  return {
    limits: archiveLimits,
    assignmentSlug,
    commands: Object.fromEntries(
      commands.map(({ name, isRequired, takesNotebook }) => [name, { required: isRequired, takesNotebook }]),
    ),
  };
}
