'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import styles from './in-turn.module.css';

/** Safari has no idle time. */
const PAUSE_MS = 50;

/**
 * The parts of a long page. What is in view is laid out first, and once more when the fonts come; what is below follows part by part
 * when there is time, so that no press has to wait for it.
 */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const left = [...(parts.current?.children ?? [])].filter((part) => part instanceof HTMLElement);
    const show = (part: HTMLElement | undefined) => part?.style.setProperty('content-visibility', 'visible');
    // Where somebody follows a link into the page, nothing above it may grow any more.
    if (window.location.hash) return left.forEach(show);
    let isGone = false;
    const later = (next: () => void) =>
      'requestIdleCallback' in window ? requestIdleCallback(next) : setTimeout(next, PAUSE_MS);
    const showNext = () => {
      if (isGone) return;
      show(left.shift());
      if (left.length > 0) later(showNext);
    };
    later(showNext);
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <div ref={parts} className={styles.parts}>
      {children}
    </div>
  );
}
