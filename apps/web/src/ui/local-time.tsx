'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter } from 'next-intl';

const never = () => () => undefined;
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Props {
  /** ISO 8601. */
  at: string;
  style?: 'date' | 'minute' | 'zoned';
}

/** A moment in the reader's own zone. Rendered in UTC on the server, where that zone is not known. */
export function LocalTime({ at, style = 'minute' }: Props) {
  const format = useFormatter();
  const timeZone = useSyncExternalStore(never, readerZone, () => 'UTC');
  const text = format.dateTime(new Date(at), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(style === 'date' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ...(style === 'zoned' ? { timeZoneName: 'short' } : {}),
  });
  return <time dateTime={at}>{text}</time>;
}
