import { fateOf, type KnownPeople, type PlacedRow } from './roster-fates.js';

const row = (more: Partial<PlacedRow> = {}): PlacedRow => ({
  line: 2,
  email: 'ann@example.org',
  emailHash: 'h',
  role: 'STUDENT',
  cohort: 'autumn',
  cohortId: 'c1',
  problem: null,
  ...more,
});
const known = (more: Partial<KnownPeople> = {}): KnownPeople => ({
  members: new Map(),
  people: new Map(),
  places: new Set(),
  invitations: new Map(),
  ...more,
});
const invited = (cohortId: string | null, isOpen = true) =>
  known({
    invitations: new Map([['h STUDENT', { id: 'i', emailHash: 'h', role: 'STUDENT', cohortId, isOpen }]]),
  });
const here = known({
  members: new Map([['ann@example.org STUDENT', 'u']]),
  people: new Map([['ann@example.org', { userId: 'u', roles: ['STUDENT'] }]]),
  places: new Set(['u c2']),
});

it('invites whoever is not known', () => {
  expect(fateOf(row(), known())).toEqual({ kind: 'INVITED', userId: null });
  expect(fateOf(row({ role: 'INSTRUCTOR', cohortId: null }), here)).toEqual({ kind: 'INVITED', userId: 'u' });
});

it('puts whoever is here, or invited, into the cohort of the row', () => {
  expect(fateOf(row(), here)).toEqual({ kind: 'PLACED', userId: 'u', cohortId: 'c1' });
  const led = { kind: 'PLACED', invitationId: 'i', cohortId: 'c1' };
  expect(fateOf(row(), invited('c2'))).toEqual({ ...led, cohortBeforeId: 'c2' });
  expect(fateOf(row(), invited(null))).toEqual({ ...led, cohortBeforeId: null });
});

it('leaves what is so already, and takes nobody out of a cohort', () => {
  const unchanged = { kind: 'UNCHANGED', userId: 'u', invitationId: null };
  expect(fateOf(row({ cohortId: 'c2' }), here)).toEqual(unchanged);
  expect(fateOf(row({ cohortId: null }), here)).toEqual(unchanged);
  expect(fateOf(row(), invited('c1'))).toEqual({ kind: 'UNCHANGED', userId: null, invitationId: 'i' });
});

it('brings nobody back whose role was taken away', () => {
  expect(fateOf(row(), invited('c1', false))).toMatchObject({ kind: 'REFUSED' });
});

it('says what was wrong with the row before anything else', () => {
  expect(fateOf(row({ problem: 'No address.' }), here)).toEqual({ kind: 'REFUSED', problem: 'No address.' });
});
