'use client';

import { useMutation } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { SubmitDocument, type DeclarationInput } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import type { Checked, Rules } from './preflight';
import type { ProjectFile } from './project-files';
import { startUpload, type Transfer, type UploadFailure } from './upload';

export type SubmitKind = 'PRACTICE' | 'CERTIFICATION';

export type Stage =
  | { name: 'empty' }
  | { name: 'checking'; label: string }
  | { name: 'checked'; label: string; checked: Checked }
  | { name: 'sending'; archive: File; sent: number; isPaused: boolean }
  | { name: 'queueing'; archive: File }
  | { name: 'refused'; archive: File; problem: Problem }
  | { name: 'queued'; runId: string; digest: string };

export type Problem =
  { kind: 'upload'; failure: UploadFailure } | { kind: 'refused'; message: string } | { kind: 'unreachable' };

/** From files to a queued run: check, send, submit. */
export function useSubmission(rules: Rules) {
  const [stage, setStage] = useState<Stage>({ name: 'empty' });
  const [submit] = useMutation(SubmitDocument);
  const transfer = useRef<Transfer | null>(null);

  const check = useCallback(
    async (files: readonly ProjectFile[], isFolder: boolean) => {
      const [first] = files;
      if (!first) return;
      const label = isFolder ? `${files.length}` : first.file.name;
      setStage({ name: 'checking', label });
      // The checks bring a zip and a TOML reader; nobody needs them before there are files.
      const { checkArchive, checkFolder } = await import('./preflight');
      const checked = isFolder ? await checkFolder(files, rules) : await checkArchive(first.file, rules);
      setStage({ name: 'checked', label, checked });
    },
    [rules],
  );

  async function queue(archive: File, uploadId: string, kind: SubmitKind, declaration: DeclarationInput) {
    setStage({ name: 'queueing', archive });
    try {
      const { data } = await submit({
        variables: { input: { assignmentSlug: rules.assignmentSlug, uploadId, kind, declaration } },
      });
      const run = data?.submit.runs[0];
      if (!data || !run) return setStage({ name: 'refused', archive, problem: { kind: 'unreachable' } });
      setStage({ name: 'queued', runId: run.id, digest: data.submit.archiveDigest });
    } catch (error) {
      const failure = apiFailure(error);
      const isOurs = failure.code === 'UNREACHABLE' || failure.code === 'INTERNAL';
      setStage({
        name: 'refused',
        archive,
        problem: isOurs ? { kind: 'unreachable' } : { kind: 'refused', message: failure.message },
      });
    }
  }

  async function send(archive: File, kind: SubmitKind, declaration: DeclarationInput) {
    setStage({ name: 'sending', archive, sent: 0, isPaused: false });
    transfer.current = await startUpload(archive, rules.assignmentSlug, {
      onProgress: (sent) => setStage((now) => (now.name === 'sending' ? { ...now, sent } : now)),
      onDone: (uploadId) => void queue(archive, uploadId, kind, declaration),
      onFailed: (failure) => setStage({ name: 'refused', archive, problem: { kind: 'upload', failure } }),
    });
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
    setStage({ name: 'empty' });
  }

  return { stage, check, send, togglePause, reset };
}
