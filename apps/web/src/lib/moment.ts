import type { DateTimeFormatOptions } from 'next-intl';

export type MomentStyle = 'date' | 'minute' | 'zoned';

/** How pages write a moment. */
export function momentFormat(style: MomentStyle, timeZone: string): DateTimeFormatOptions {
  return {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(style === 'date' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ...(style === 'zoned' ? { timeZoneName: 'short' } : {}),
  };
}
