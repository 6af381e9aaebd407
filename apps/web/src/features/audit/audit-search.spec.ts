import { auditHref, auditSearch, toFilter } from './audit-search';

it('takes from an address what it knows', () => {
  expect(auditSearch({ search: ' role ', actorId: '', from: ['a', 'b'], nothing: 'x' })).toEqual({
    search: 'role',
  });
});

it('counts the last day as a whole, and leaves out what is no day', () => {
  expect(toFilter({ from: '2026-11-01', to: '2026-11-01', search: 'x' })).toEqual({
    search: 'x',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-02T00:00:00.000Z',
  });
  expect(toFilter({ from: '2026-13-40', to: 'today' })).toEqual({});
});

it('writes a search back into an address', () => {
  expect(auditHref('/audit', {})).toBe('/audit');
  expect(auditHref('/files/audit', { format: 'csv', search: 'a&b', to: undefined })).toBe(
    '/files/audit?format=csv&search=a%26b',
  );
});
