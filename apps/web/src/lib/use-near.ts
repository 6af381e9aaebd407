import { useEffect, useState, type RefObject } from 'react';

/** Half a screen before it is seen. */
const MARGIN = '50% 0px';

/** Whether an element has come near what is in view, or is about to be printed: from then on it stays so. */
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
    window.addEventListener('beforeprint', come);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', come);
    };
  }, [ref, isNear]);
  return isNear;
}
