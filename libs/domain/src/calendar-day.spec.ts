import fc from 'fast-check';
import { startOfDay, startOfNextDay } from './calendar-day.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
];
const HOUR = 60 * 60 * 1000;

describe('a calendar day', () => {
  it('has 23 hours when clocks jump ahead and 25 when they fall back', () => {
    const length = (at: string) => {
      const day = new Date(at);
      return (
        (startOfNextDay(day, 'Europe/Berlin').getTime() - startOfDay(day, 'Europe/Berlin').getTime()) / HOUR
      );
    };
    expect(length('2026-03-29T12:00:00Z')).toBe(23);
    expect(length('2026-10-25T12:00:00Z')).toBe(25);
    expect(length('2026-06-01T12:00:00Z')).toBe(24);
  });

  it('holds its instant and is followed by the next day without a gap', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const start = startOfDay(at, zone);
        const next = startOfNextDay(at, zone);
        expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(next.getTime()).toBeGreaterThan(at.getTime());
        expect(startOfDay(next, zone).getTime()).toBe(next.getTime());
        expect(startOfDay(new Date(next.getTime() - 1), zone).getTime()).toBe(start.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => startOfDay(new Date(), 'Mars/Olympus')).toThrow(RangeError);
  });
});
