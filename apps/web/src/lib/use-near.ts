import { startTransition, useEffect, useState, type RefObject } from 'react';

/** Half a screen before it is seen. */
const MARGIN = '50% 0px';
const SHORTCUT_KEYS = new Set(['Control', 'Meta']);

/**
 * Whether an element has come near what is in view, or may be printed soon: from then on it stays so. When a browser says that it
 * prints, it is too late to fetch anything, so the first key of a shortcut counts, and the pointer's leaving for the browser's menu.
 * A phone has neither: there the first touch counts, and what it brings gives way to further ones.
 */
export function useNear(ref: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (isNear || !element) return;
    const come = () => setNear(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    const ending = new AbortController();
    const { signal } = ending;
    window.addEventListener('beforeprint', come, { signal });
    window.addEventListener('keydown', ({ key }) => SHORTCUT_KEYS.has(key) && come(), { signal });
    window.addEventListener('touchend', () => startTransition(come), { signal, passive: true });
    document.documentElement.addEventListener('mouseleave', come, { signal });
    return () => {
      observer.disconnect();
      ending.abort();
    };
  }, [ref, isNear]);
  return isNear;
}
