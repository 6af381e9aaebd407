'use client';

import type { Label } from '@holdout/diagram';
import { useEffect, useRef } from 'react';
import { SaveDrawingDocument } from '@/generated/graphql';
import { mutateLastingly } from '@/lib/apollo/mutate-lastingly';
import { useSaving } from '@/lib/use-saving';
import type { Sketch } from './sketch';
import { UnsavedSketch, type Stored } from './unsaved-sketch';

interface Sheet {
  viewerId: string;
  assignmentSlug: string;
  labels: readonly Label[];
  stored: Stored;
}

/** Keeps what is drawn. What a reload was faster than is given to `restore`. */
export function useSavingSketch(sheet: Sheet, sketch: Sketch, restore: (sketch: Sketch) => void) {
  const { assignmentSlug } = sheet;
  const opened = useRef({ sheet, restore });
  const unsaved = useRef<UnsavedSketch>(null);
  const shown = useRef(sketch);

  useEffect(() => {
    const { sheet: first, restore: bring } = opened.current;
    unsaved.current = new UnsavedSketch(sessionStorage, first, first.stored.savedAt);
    const drawn = unsaved.current.over(first.stored, first.labels);
    if (drawn) bring(drawn);
  }, []);

  useEffect(() => {
    if (sketch !== shown.current) unsaved.current?.drawn(sketch);
    shown.current = sketch;
  }, [sketch]);

  return useSaving(sketch, async (newest) => {
    const { nodes, edges } = newest;
    unsaved.current?.sent(newest);
    const { saveDrawing } = await mutateLastingly(SaveDrawingDocument, {
      input: {
        assignmentSlug,
        nodes: nodes.map(({ key, x, y }) => ({ key, x, y })),
        edges: edges.map(({ from, to }) => ({ from, to })),
      },
    });
    unsaved.current?.kept(newest, saveDrawing.savedAt);
  });
}
