import { fromField, toField } from './local-date-time';

it('gives back the instant that was shown, to the minute', () => {
  expect(fromField(toField('2026-05-01T12:34:00.000Z'))).toBe('2026-05-01T12:34:00.000Z');
});

it('keeps "no date" as no date', () => {
  expect(toField(null)).toBe('');
  expect(fromField('')).toBeNull();
});
