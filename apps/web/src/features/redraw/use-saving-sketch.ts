'use client';

import { SaveDrawingDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useSaving } from '@/lib/use-saving';
import type { Sketch } from './sketch';

/** Keeps what is drawn. */
export function useSavingSketch(assignmentSlug: string, sketch: Sketch) {
  const [save] = useMutation(SaveDrawingDocument);
  return useSaving(sketch, ({ nodes, edges }) =>
    save({
      variables: {
        input: {
          assignmentSlug,
          nodes: nodes.map(({ key, x, y }) => ({ key, x, y })),
          edges: edges.map(({ from, to }) => ({ from, to })),
        },
      },
    }),
  );
}
