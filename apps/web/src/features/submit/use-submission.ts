'use client';

import { useCallback, useRef, useState } from 'react';
import type { DeclarationInput } from '@/generated/graphql';
import type { Rules } from './preflight';
import type { ProjectFile } from './project-files';
import type { GitSource, Problem, Source, Stage, SubmitKind } from './submission.types';
import type { Transfer, UploadFailure } from './upload';
import { useSubmit, type Answer, type Terms } from './use-submit';

/** From files to a queued run: check, send, submit. */
export function useSubmission(rules: Rules) {
  const [stage, setStage] = useState<Stage>({ name: 'empty' });
  const { submitUpload, submitCommit } = useSubmit(rules.assignmentSlug);
  const transfer = useRef<Transfer | null>(null);
  // The button may be pressed twice before it disappears, and each submission costs an attempt.
  const isUnderWay = useRef(false);

  function refuse(source: Source, problem: Problem) {
    isUnderWay.current = false;
    setStage({ name: 'refused', source, problem });
  }

  function show(source: Source, answer: Answer) {
    if (answer.name === 'refused') refuse(source, answer.problem);
    else setStage(answer);
  }

  const check = useCallback(
    async (files: readonly ProjectFile[], isFolder: boolean) => {
      const [first] = files;
      if (!first) return;
      const label = isFolder ? `${files.length}` : first.file.name;
      setStage({ name: 'checking', label });
      // The checks need a zip and a TOML reader, which are loaded only when there are files.
      const { checkArchive, checkFolder } = await import('./preflight');
      const checked = isFolder ? await checkFolder(files, rules) : await checkArchive(first.file, rules);
      setStage({ name: 'checked', label, checked });
    },
    [rules],
  );

  async function queue(archive: File, uploadId: string, terms: Terms) {
    setStage({ name: 'queueing', archive });
    show(archive, await submitUpload(uploadId, terms));
  }

  async function sendGit(source: GitSource, terms: Terms) {
    setStage({ name: 'fetching', source });
    show(source, await submitCommit(source, terms));
  }

  async function sendArchive(archive: File, terms: Terms) {
    setStage({ name: 'sending', archive, sent: 0, isPaused: false });
    const fail = (failure: UploadFailure) => refuse(archive, { kind: 'upload', failure });
    try {
      // The code for resumable uploads is loaded only when there is something to send.
      const { startUpload } = await import('./upload');
      transfer.current = await startUpload(
        archive,
        { assignment: rules.assignmentSlug },
        {
          onProgress: (sent) => setStage((now) => (now.name === 'sending' ? { ...now, sent } : now)),
          onDone: (uploadId) => void queue(archive, uploadId, terms),
          onFailed: fail,
        },
      );
    } catch (error) {
      fail({ status: null, message: error instanceof Error ? error.message : '' });
    }
  }

  function send(source: Source, kind: SubmitKind, declaration: DeclarationInput) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const terms = { kind, declaration };
    void (source instanceof File ? sendArchive(source, terms) : sendGit(source, terms));
  }

  function togglePause() {
    if (stage.name !== 'sending') return;
    if (stage.isPaused) transfer.current?.resume();
    else transfer.current?.pause();
    setStage({ ...stage, isPaused: !stage.isPaused });
  }

  function reset() {
    transfer.current?.pause();
    transfer.current = null;
    isUnderWay.current = false;
    setStage({ name: 'empty' });
  }

  return { stage, check, send, togglePause, reset };
}
