const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function wallClock(at: Date, timeZone: string): WallClock {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

function offsetMs(at: Date, timeZone: string): number {
  const wall = wallClock(at, timeZone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(at.getTime() / 1000) * 1000;
}

function midnight(year: number, month: number, day: number, timeZone: string): Date {
  const asUtc = Date.UTC(year, month - 1, day);
  // Two candidates around a change of the clock; the later guess corrects the first one's offset.
  const first = new Date(asUtc - offsetMs(new Date(asUtc), timeZone));
  const second = new Date(asUtc - offsetMs(first, timeZone));
  if (wallClock(second, timeZone).day === new Date(asUtc).getUTCDate()) return second;
  // Midnight does not exist on that day (clocks jump over it): the day starts when the clock jumps.
  return first > second ? first : second;
}

/**
 * First instant of the calendar day that `at` falls on in an IANA time zone.
 * @throws RangeError for an unknown time zone.
 */
export function startOfDay(at: Date, timeZone: string): Date {
  const wall = wallClock(at, timeZone);
  return midnight(wall.year, wall.month, wall.day, timeZone);
}

/** First instant of the next calendar day in an IANA time zone. @throws RangeError for an unknown time zone. */
export function startOfNextDay(at: Date, timeZone: string): Date {
  const wall = wallClock(at, timeZone);
  const next = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 1));
  return midnight(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate(), timeZone);
}
