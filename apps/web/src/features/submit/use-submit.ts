'use client';

import {
  SubmitDocument,
  SubmitFromGitDocument,
  type DeclarationInput,
  type SubmitMutation,
} from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { useMutation } from '@/lib/apollo/use-mutation';
import type { GitSource, Problem, Stage, SubmitKind } from './submission.types';

/** What a submission counts for, and what its student declares about it. */
export interface Terms {
  kind: SubmitKind;
  declaration: DeclarationInput;
}

/** A queued run, or why there is none. */
export type Answer = Extract<Stage, { name: 'queued' }> | { name: 'refused'; problem: Problem };

/** Asks for a submission: of what was uploaded, or of a commit. */
export function useSubmit(assignmentSlug: string) {
  const [submit] = useMutation(SubmitDocument);
  const [submitFromGit] = useMutation(SubmitFromGitDocument);
  return {
    submitUpload: (uploadId: string, terms: Terms): Promise<Answer> =>
      answered(async () => {
        const { data } = await submit({ variables: { input: { assignmentSlug, uploadId, ...terms } } });
        return data?.submit;
      }),
    submitCommit: (source: GitSource, terms: Terms): Promise<Answer> =>
      answered(async () => {
        const { data } = await submitFromGit({
          variables: { input: { assignmentSlug, ...source, ...terms } },
        });
        return data?.submitFromGit;
      }),
  };
}

async function answered(ask: () => Promise<SubmitMutation['submit'] | undefined>): Promise<Answer> {
  try {
    const submission = await ask();
    const run = submission?.runs[0];
    if (!submission || !run) return { name: 'refused', problem: { kind: 'unreachable' } };
    return { name: 'queued', runId: run.id, digest: submission.archiveDigest };
  } catch (error) {
    const { code, message } = apiFailure(error);
    const isOurs = code === 'UNREACHABLE' || code === 'INTERNAL';
    return { name: 'refused', problem: isOurs ? { kind: 'unreachable' } : { kind: 'refused', message } };
  }
}
