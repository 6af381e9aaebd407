'use client';

import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { SaveDrawingDocument } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import type { Sketch } from './sketch';

export type Saving = { state: 'saved' | 'waiting' } | { state: 'failed'; message: string };

const PAUSE_MS = 700;

/** Keeps what is drawn, a moment after the last stroke and when the page is left. The newest sketch wins. */
export function useSaving(assignmentSlug: string, sketch: Sketch): { saving: Saving; retry: () => void } {
  const [save] = useMutation(SaveDrawingDocument);
  const [saved, setSaved] = useState(sketch);
  const [failure, setFailure] = useState<string | null>(null);
  const pending = useRef<Sketch | null>(null);
  const isWaiting = saved !== sketch;

  async function keep(newest: Sketch) {
    pending.current = null;
    try {
      const { nodes, edges } = newest;
      await save({
        variables: {
          input: {
            assignmentSlug,
            nodes: nodes.map(({ key, x, y }) => ({ key, x, y })),
            edges: edges.map(({ from, to }) => ({ from, to })),
          },
        },
      });
      setSaved(newest);
      setFailure(null);
    } catch (error) {
      const { code, message } = apiFailure(error);
      setFailure(code === 'UNREACHABLE' || code === 'INTERNAL' ? '' : message);
    }
  }
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });

  useEffect(() => {
    if (!isWaiting) return;
    pending.current = sketch;
    const timer = setTimeout(() => void keepNow.current(sketch), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sketch, isWaiting]);

  useEffect(() => {
    const flush = () => pending.current && void keepNow.current(pending.current);
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  const saving: Saving =
    failure !== null && isWaiting
      ? { state: 'failed', message: failure }
      : { state: isWaiting ? 'waiting' : 'saved' };
  return { saving, retry: () => void keep(sketch) };
}
