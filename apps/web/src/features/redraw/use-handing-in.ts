'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { SubmitKind } from '@/features/submit/submission.types';
import { SubmitDrawingDocument, type DeclarationInput } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { apiFailure } from '@/lib/apollo/errors';
import type { Sketch } from './sketch';

/** From a sketch to its run's page. `problem` is what the server said against it; empty when it was not reached. */
export function useHandingIn(assignmentSlug: string) {
  const router = useRouter();
  const [submit] = useMutation(SubmitDrawingDocument);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function handIn({ nodes, edges }: Sketch, kind: SubmitKind, declaration: DeclarationInput) {
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await submit({
        variables: {
          input: {
            assignmentSlug,
            kind,
            declaration,
            nodes: nodes.map(({ key }) => key),
            edges: edges.map(({ from, to }) => ({ from, to })),
          },
        },
      });
      const run = data?.submitDrawing.runs[0];
      if (run) return router.push(`/runs/${run.id}`);
      setProblem('');
    } catch (error) {
      const { code, message } = apiFailure(error);
      setProblem(code === 'UNREACHABLE' || code === 'INTERNAL' ? '' : message);
    }
    setBusy(false);
  }

  return { handIn, isBusy, problem };
}
