import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { LEAVING } from './leaving';

const PATIENCE_MS = 200;
/** Navigation that ends where it began changes no address, so the page is shown again after this time. */
const BACK_AFTER_MS = 10_000;

/** Whether the next page has been loading for so long that the reader should be told. */
export function useLeaving(): boolean {
  const place = `${usePathname()}?${useSearchParams().toString()}`;
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setLeaving(true);
        timer = setTimeout(() => setLeaving(false), BACK_AFTER_MS);
      }, PATIENCE_MS);
    };
    window.addEventListener(LEAVING, leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(LEAVING, leave);
      setLeaving(false);
    };
  }, [place]);
  return isLeaving;
}
