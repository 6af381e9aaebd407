import fc from 'fast-check';
import {
  EXPECTED_COST_SECONDS,
  fairOrder,
  studentKey,
  type FairShare,
  type WaitingRun,
} from './fair-order.js';
import { waitingSeconds } from './waiting-time.js';

const run = (id: string, organizationId: string, studentId: string, queuedAt: number): WaitingRun => ({
  id,
  organizationId,
  studentId,
  queuedAt,
});

const untouched: FairShare = { usage: { organizations: new Map(), students: new Map() }, weights: new Map() };
const ids = (runs: readonly WaitingRun[]) => runs.map(({ id }) => id);

/** Takes one run at a time, as workers do: the rule in its plainest form. */
function greedyOrder(waiting: readonly WaitingRun[], { usage, weights }: FairShare): WaitingRun[] {
  const organizations = new Map(usage.organizations);
  const students = new Map(usage.students);
  const left = [...waiting];
  const taken: WaitingRun[] = [];
  const key = (r: WaitingRun) => studentKey(r.organizationId, r.studentId);
  const share = (r: WaitingRun) =>
    (organizations.get(r.organizationId) ?? 0) / (weights.get(r.organizationId) ?? 1);
  const byAge = (a: WaitingRun, b: WaitingRun) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1);
  while (left.length > 0) {
    const heads = [...new Set(left.map((r) => r.organizationId))].map(
      (organization) =>
        left
          .filter((r) => r.organizationId === organization)
          .sort(
            (a, b) => (students.get(key(a)) ?? 0) - (students.get(key(b)) ?? 0) || byAge(a, b),
          )[0] as WaitingRun,
    );
    const next = heads.sort((a, b) => share(a) - share(b) || byAge(a, b))[0] as WaitingRun;
    organizations.set(
      next.organizationId,
      (organizations.get(next.organizationId) ?? 0) + EXPECTED_COST_SECONDS,
    );
    students.set(key(next), (students.get(key(next)) ?? 0) + EXPECTED_COST_SECONDS);
    left.splice(left.indexOf(next), 1);
    taken.push(next);
  }
  return taken;
}

describe('the fair order', () => {
  it('lets a newcomer go before the rest of a flood', () => {
    const flood = Array.from({ length: 50 }, (_, i) => run(`f${i}`, 'big', 'eager', i));
    const order = fairOrder([...flood, run('new', 'small', 'ann', 100)], untouched);
    expect(ids(order).indexOf('new')).toBe(1);
  });

  it('takes turns between students of one organization', () => {
    const waiting = [run('a1', 'o', 'a', 1), run('a2', 'o', 'a', 2), run('b1', 'o', 'b', 3)];
    expect(ids(fairOrder(waiting, untouched))).toEqual(['a1', 'b1', 'a2']);
  });

  it('gives an organization of twice the weight twice the turns', () => {
    const waiting = ['x', 'y'].flatMap((o) =>
      Array.from({ length: 30 }, (_, i) => run(`${o}${i}`, o, `${o}-s`, i)),
    );
    const order = fairOrder(waiting, { ...untouched, weights: new Map([['x', 2]]) });
    expect(order.slice(0, 30).filter(({ organizationId }) => organizationId === 'x')).toHaveLength(20);
  });

  it('lets who used much wait until the others caught up', () => {
    const usage = {
      organizations: new Map([
        ['o', 120],
        ['p', 0],
      ]),
      students: new Map<string, number>(),
    };
    const waiting = [run('o1', 'o', 'a', 1), run('p1', 'p', 'b', 2), run('p2', 'p', 'b', 3)];
    expect(ids(fairOrder(waiting, { ...untouched, usage }))).toEqual(['p1', 'p2', 'o1']);
  });

  it('is what taking one run after the other gives', () => {
    const waiting = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        organizationId: fc.constantFrom('o', 'p', 'q'),
        studentId: fc.constantFrom('a', 'b', 'c'),
        queuedAt: fc.integer({ min: 0, max: 20 }),
      }),
      { selector: ({ id }) => id, maxLength: 25 },
    );
    const seconds = fc.integer({ min: 0, max: 10 }).map((n) => n * 30);
    const organizations = fc.dictionary(fc.constantFrom('o', 'p', 'q'), seconds);
    const students = fc.dictionary(fc.constantFrom('o/a', 'o/b', 'p/a', 'q/c'), seconds);
    const weights = fc.dictionary(fc.constantFrom('o', 'p'), fc.constantFrom(0.5, 2, 4));
    fc.assert(
      fc.property(waiting, organizations, students, weights, (runs, byOrganization, byStudent, byWeight) => {
        const share = {
          usage: {
            organizations: new Map(Object.entries(byOrganization)),
            students: new Map(Object.entries(byStudent)),
          },
          weights: new Map(Object.entries(byWeight)),
        };
        expect(ids(fairOrder(runs, share))).toEqual(ids(greedyOrder(runs, share)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the waiting time', () => {
  it('is nothing while a slot is free, unknown without a worker, and shared by the slots otherwise', () => {
    expect(waitingSeconds({ waiting: [], running: [30], slots: 2 })).toBe(0);
    expect(waitingSeconds({ waiting: [60], running: [], slots: 0 })).toBeNull();
    expect(waitingSeconds({ waiting: [60, 60], running: [30, -5], slots: 2 })).toBe(75);
  });
});
