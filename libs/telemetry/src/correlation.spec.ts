import { correlationIdFrom } from './correlation.js';

const ID = '0193a000-0000-4000-8000-000000000001';

it('keeps the id that a request brings, and makes one where it brings none or something else', () => {
  expect(correlationIdFrom(ID)).toBe(ID);
  const made = [undefined, '', `${ID}\n{"level":60}`, ID.toUpperCase(), [ID, ID], 'x'.repeat(10_000)].map(
    correlationIdFrom,
  );
  for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set([ID, ...made]).size).toBe(made.length + 1);
});
