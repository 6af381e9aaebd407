const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = (seconds: number, unit: number, name: string, smaller: number, smallerName: string): string => {
  const rest = Math.floor((seconds % unit) / smaller);
  const whole = `${Math.floor(seconds / unit)} ${name}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallerName}`;
};

/** Milliseconds for people: `640 ms`, `18.4 s`, `2 min 5 s`, `3 h 20 min`, `2 d 4 h`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return Number.isInteger(seconds) ? `${seconds} s` : `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < HOUR) return parts(whole, MINUTE, 'min', 1, 's');
  return whole < DAY ? parts(whole, HOUR, 'h', MINUTE, 'min') : parts(whole, DAY, 'd', HOUR, 'h');
}

/** A metric's value with as many decimals as tell two models apart. */
export function metricText(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

/** Decimals that tell the bounds of a bin apart: two significant digits of its width. */
export function decimalsOf(width: number): number {
  const whole = width > 0 ? Math.floor(Math.log10(width)) : 0;
  return Math.min(20, Math.max(0, 1 - whole));
}
