import { useCallback, useSyncExternalStore } from 'react';

const KEY = 'holdout-trusted-issuers';
const listeners = new Set<() => void>();
const NONE = '[]';

const stored = (): string => localStorage.getItem(KEY) ?? NONE;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function parseTrusted(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Issuers that the reader of this browser said they trust. No one else decides it, least of all this site. */
export function useTrustedIssuers() {
  const text = useSyncExternalStore(subscribe, stored, () => NONE);
  const trusted = parseTrusted(text);
  const setTrust = useCallback((issuer: string, isTrusted: boolean) => {
    const others = parseTrusted(stored()).filter((known) => known !== issuer);
    localStorage.setItem(KEY, JSON.stringify(isTrusted ? [...others, issuer] : others));
    listeners.forEach((listener) => listener());
  }, []);
  return { trusted, setTrust };
}
