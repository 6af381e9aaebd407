'use client';

import { useCallback, useRef, useState } from 'react';
import {
  SubmitDocument,
  SubmitFromGitDocument,
  type DeclarationInput,
  type SubmitMutation,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { apiFailure } from '@/lib/apollo/errors';
import type { Checked, Rules } from './preflight';
import type { ProjectFile } from './project-files';
import type { Transfer, UploadFailure } from './upload';

export type SubmitKind = 'PRACTICE' | 'CERTIFICATION';

/** One commit of a public repository. */
export interface GitSource {
  url: string;
  commit: string;
}

export type Source = File | GitSource;

export type Stage =
  | { name: 'empty' }
  | { name: 'checking'; label: string }
  | { name: 'checked'; label: string; checked: Checked }
  | { name: 'sending'; archive: File; sent: number; isPaused: boolean }
  | { name: 'queueing'; archive: File }
  | { name: 'fetching'; source: GitSource }
  | { name: 'refused'; source: Source; problem: Problem }
  | { name: 'queued'; runId: string; digest: string };

export type Problem =
  { kind: 'upload'; failure: UploadFailure } | { kind: 'refused'; message: string } | { kind: 'unreachable' };

/** From files to a queued run: check, send, submit. */
export function useSubmission(rules: Rules) {
  const [stage, setStage] = useState<Stage>({ name: 'empty' });
  const [submit] = useMutation(SubmitDocument);
  const [submitFromGit] = useMutation(SubmitFromGitDocument);
  const transfer = useRef<Transfer | null>(null);
  // The button may be pressed twice before it disappears, and each submission costs an attempt.
  const isUnderWay = useRef(false);

  function refuse(source: Source, problem: Problem) {
    isUnderWay.current = false;
    setStage({ name: 'refused', source, problem });
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

  /** Shows the server's answer to a submission: a queued run, or why there is none. */
  async function settle(source: Source, submitted: Promise<SubmitMutation['submit'] | undefined>) {
    try {
      const submission = await submitted;
      const run = submission?.runs[0];
      if (!submission || !run) return refuse(source, { kind: 'unreachable' });
      setStage({ name: 'queued', runId: run.id, digest: submission.archiveDigest });
    } catch (error) {
      const failure = apiFailure(error);
      const isOurs = failure.code === 'UNREACHABLE' || failure.code === 'INTERNAL';
      refuse(source, isOurs ? { kind: 'unreachable' } : { kind: 'refused', message: failure.message });
    }
  }

  function queue(archive: File, uploadId: string, kind: SubmitKind, declaration: DeclarationInput) {
    setStage({ name: 'queueing', archive });
    const { assignmentSlug } = rules;
    const submitted = submit({ variables: { input: { assignmentSlug, uploadId, kind, declaration } } });
    void settle(
      archive,
      submitted.then(({ data }) => data?.submit),
    );
  }

  function sendGit(source: GitSource, kind: SubmitKind, declaration: DeclarationInput) {
    setStage({ name: 'fetching', source });
    const { assignmentSlug } = rules;
    const submitted = submitFromGit({
      variables: { input: { assignmentSlug, ...source, kind, declaration } },
    });
    void settle(
      source,
      submitted.then(({ data }) => data?.submitFromGit),
    );
  }

  async function sendArchive(archive: File, kind: SubmitKind, declaration: DeclarationInput) {
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
          onDone: (uploadId) => queue(archive, uploadId, kind, declaration),
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
    if (source instanceof File) void sendArchive(source, kind, declaration);
    else sendGit(source, kind, declaration);
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
