'use client';

import { useEffect, useRef, useState } from 'react';
import { apiFailure } from '@/lib/apollo/errors';

export type Saving = { state: 'saved' | 'waiting' } | { state: 'failed'; message: string };

const PAUSE_MS = 700;

interface Kept {
  saving: Saving;
  /** Saves at once what is not saved yet. Answers whether all is. */
  saveNow: () => Promise<boolean>;
}

/**
 * Keeps what is made, a moment after the last change and when the page is left. The newest wins. `save` has to send before it first
 * waits, and lastingly: a page that is being left goes on with nothing.
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
    // What is taken back before it was saved is not saved when the page is left.
    pending.current = isWaiting ? { value } : null;
    if (!isWaiting) return;
    const timer = setTimeout(() => void keepNow.current(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, isWaiting]);

  useEffect(() => {
    const flush = () => pending.current && void keepNow.current(pending.current.value);
    document.addEventListener('visibilitychange', flush);
    // A reload hides nothing before it leaves.
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
