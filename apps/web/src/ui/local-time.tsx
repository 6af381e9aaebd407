'use client';

import { useFormatter } from 'next-intl';
import { momentFormat, type MomentStyle } from '@/lib/moment';
import { useReaderZone } from '@/lib/reader-zone';

interface Props {
  /** ISO 8601. */
  at: string;
  style?: MomentStyle;
}

/**
 * A moment in the reader's time zone. The server does not know that zone and writes UTC, which stays until the page is
 * ready: the browser's first date takes long to format, and nothing should wait for it.
 */
export function LocalTime({ at, style = 'minute' }: Props) {
  const format = useFormatter();
  const zone = useReaderZone();
  const isServed = zone === null && typeof window === 'undefined';
  const written = (timeZone: string) => format.dateTime(new Date(at), momentFormat(style, timeZone));
  return (
    <time dateTime={at} suppressHydrationWarning>
      {isServed ? written('UTC') : zone === null ? '' : written(zone)}
    </time>
  );
}
