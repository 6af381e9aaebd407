/** Points with their interval, as everywhere in Holdout: `78 (71 to 84)`. */
export function pointsText({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${points(value)} (${points(low)} to ${points(high)})`;
}

/** Points 0 to 100, with one decimal only where it says something. */
export function points(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** A metric's value to three significant decimals, without a minus before zero. */
export function metricValue(value: number): string {
  const text = Math.abs(value) >= 100 ? value.toFixed(1) : value.toFixed(3);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}

/** A duration for people: `40 ms`, `0.8 s`, `42 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A date and time in the reader's zone, to the minute: `2026-11-23 22:03`. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Text of a program or another person, without what could drive the terminal: escape sequences and control characters. */
export function plainText(text: string): string {
  return text.replace(ESCAPE_SEQUENCE, '').replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

// ECMA-48: ESC [ … final byte; ESC ] … ended by BEL or ESC \; ESC and one character.
// eslint-disable-next-line no-control-regex -- removing control characters is the point
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)/gu;
