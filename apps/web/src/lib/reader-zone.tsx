'use client';

import { createContext, startTransition, useContext, useEffect, useState, type ReactNode } from 'react';

const ReaderZone = createContext<string | null>(null);

/** The reader's own zone, null on the server and until the page stands: making dates again must not hold up the first press. */
export function useReaderZone(): string | null {
  return useContext(ReaderZone);
}

export function ReaderZoneProvider({ children }: { children: ReactNode }) {
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => startTransition(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone)), []);
  return <ReaderZone value={zone}>{children}</ReaderZone>;
}
