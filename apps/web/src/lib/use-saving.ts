'use client';

import { useEffect, useRef, useState } from 'react';
import { apiFailure } from '@/lib/apollo/errors';

export type Saving = { state: 'saved' | 'waiting' } | { state: 'failed'; message: string };

const PAUSE_MS = 700;

interface Kept {
  saving: Saving;
  /** Saves everything that is not saved yet, at once. Returns whether everything is saved now. */
  saveNow: () => Promise<boolean>;
}

/**
 * Saves a value a moment after its last change, and when the page is left; the newest value wins. `save` has to send its
 * request before it first awaits anything, and with `mutateLastingly`, because a page that is being left does not continue.
 */
export function useSaving<Value>(value: Value, save: (value: Value) => Promise<unknown>): Kept {
  const [saved, setSaved] = useState(value);
  const [failure, setFailure] = useState<string | null>(null);
  const pending = useRef<{ value: Value } | null>(null);
  const isWaiting = saved !== value;

  async function keep(newest: Value): Promise<boolean> {
    pending.current = null;
    try {
      await save(newest);
      setSaved(newest);
      setFailure(null);
      return true;
    } catch (error) {
      const { code, message } = apiFailure(error);
      setFailure(code === 'UNREACHABLE' || code === 'INTERNAL' ? '' : message);
      return false;
    }
  }
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });

  useEffect(() => {
    // A change that was undone before it was saved is not saved when the page is left.
    pending.current = isWaiting ? { value } : null;
    if (!isWaiting) return;
    const timer = setTimeout(() => void keepNow.current(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, isWaiting]);

  useEffect(() => {
    const flush = () => pending.current && void keepNow.current(pending.current.value);
    document.addEventListener('visibilitychange', flush);
    // A reload does not hide the page before it leaves it.
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const saving: Saving =
    failure !== null && isWaiting
      ? { state: 'failed', message: failure }
      : { state: isWaiting ? 'waiting' : 'saved' };
  return { saving, saveNow: () => (isWaiting ? keep(value) : Promise.resolve(true)) };
}
