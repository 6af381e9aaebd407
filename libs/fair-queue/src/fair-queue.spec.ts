import fc from 'fast-check';
import { FairQueue } from './fair-queue.js';
import { PlainQueue } from './plain-queue.js';
import { NO_LIMITS, type Limits, type WaitingRun } from './rule.js';
import { waitingSeconds } from './waiting-time.js';

const CPU = new Set(['cpu']);
const run = (
  id: string,
  organizationId: string,
  studentId: string,
  more: Partial<WaitingRun> = {},
): WaitingRun => ({
  id,
  organizationId,
  studentId,
  queuedAt: 0,
  requires: ['cpu'],
  isDryRun: false,
  expectedSeconds: 60,
  ...more,
});
const limits = (more: Partial<Limits> = {}): Limits => ({ ...NO_LIMITS, parallelOf: () => 1000, ...more });

function queueOf(runs: readonly WaitingRun[], more: Partial<Limits> = {}): FairQueue {
  const queue = new FairQueue(limits(more));
  runs.forEach((each) => queue.add(each));
  return queue;
}

function takeAll(queue: FairQueue, labels: ReadonlySet<string> = CPU, most = Infinity): string[] {
  const ids: string[] = [];
  for (let next = queue.take(labels, 0); next; next = ids.length < most ? queue.take(labels, 0) : null)
    ids.push(next.id);
  return ids;
}

const many = (count: number, organizationId: string, studentId: string, more: Partial<WaitingRun> = {}) =>
  Array.from({ length: count }, (_, i) =>
    run(`${organizationId}${studentId}${i}`, organizationId, studentId, more),
  );

describe('organizations', () => {
  it('take turns: a newcomer goes before the rest of a flood', () => {
    const queue = queueOf(many(50, 'big', 'eager'));
    takeAll(queue, CPU, 10);
    queue.add(run('new', 'small', 'ann'));
    expect(takeAll(queue).indexOf('new')).toBeLessThanOrEqual(1);
  });

  it('get turns by their weight', () => {
    const queue = queueOf([...many(60, 'x', 's'), ...many(60, 'y', 's')], {
      weightOf: (id) => (id === 'x' ? 2 : 1),
    });
    expect(takeAll(queue, CPU, 60).filter((id) => id.startsWith('x'))).toHaveLength(40);
  });

  it('are charged what runs really took', () => {
    const queue = queueOf([...many(9, 'long', 's'), ...many(9, 'short', 's')]);
    const taken: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      const { id } = queue.take(CPU, 0) as WaitingRun;
      taken.push(id);
      queue.settle(id, id.startsWith('long') ? 180 : 60);
    }
    expect(taken.filter((id) => id.startsWith('long'))).toHaveLength(2);
  });

  it('save nothing up while idle, and owe nothing for what nobody else wanted', () => {
    const queue = queueOf(many(100, 'night', 's'));
    takeAll(queue, CPU, 80);
    many(20, 'day', 's').forEach((each) => queue.add(each));
    const order = takeAll(queue, CPU, 20);
    expect(Math.abs(order.filter((id) => id.startsWith('day')).length - 10)).toBeLessThanOrEqual(1);
  });

  it('share CPUs and GPUs separately', () => {
    const queue = queueOf([
      ...many(5, 'a', 's', { requires: ['gpu'] }),
      ...many(2, 'a', 't'),
      run('b', 'b', 's'),
    ]);
    expect(takeAll(queue, new Set(['gpu']))).toHaveLength(5);
    expect(takeAll(queue)).toEqual(['at0', 'b', 'at1']);
  });

  it('get no more than their quota of a day', () => {
    const queue = queueOf([...many(5, 'a', 's'), run('b', 'b', 's')], {
      quotaOf: (_resource, id, student) => (id === 'a' && !student ? 120 : Infinity),
    });
    expect(takeAll(queue)).toEqual(['as0', 'b', 'as1']);
    expect(queue.take(CPU, 24 * 3600 * 1000)?.id).toBe('as2');
  });
});

describe('students of one organization', () => {
  it('take turns, each by age', () => {
    const queue = queueOf([
      run('a2', 'o', 'a', { queuedAt: 2 }),
      run('a1', 'o', 'a', { queuedAt: 1 }),
      run('b1', 'o', 'b', { queuedAt: 3 }),
    ]);
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'a2']);
  });

  it('have so many runs in hand at most, and the next when one ends', () => {
    const queue = queueOf(many(4, 'o', 's'), { parallelOf: () => 2 });
    expect(takeAll(queue)).toEqual(['os0', 'os1']);
    queue.settle('os0', 5);
    expect(takeAll(queue)).toEqual(['os2']);
    queue.giveBack('os2');
    expect(takeAll(queue)).toEqual(['os2']);
  });

  it('make up for earlier use by waiting', () => {
    const early = (waited: number) => {
      const queue = queueOf([run('first', 'o', 'heavy'), run('other', 'o', 'light')]);
      takeAll(queue);
      queue.add(run('heavy', 'o', 'heavy', { queuedAt: 0 }));
      queue.settle('other', 0);
      queue.add(run('light', 'o', 'light', { queuedAt: waited * 1000 }));
      return takeAll(queue)[0];
    };
    expect(early(60)).toBe('light');
    expect(early(6000)).toBe('heavy');
  });

  it('let an instructor’s dry runs pass, but not without end', () => {
    const queue = queueOf([...many(20, 'o', 'student'), ...many(20, 'o', 'teacher', { isDryRun: true })]);
    const order = takeAll(queue, CPU, 12);
    expect(order.slice(0, 5).every((id) => id.startsWith('oteacher'))).toBe(true);
    expect(order.slice(6).filter((id) => id.startsWith('ostudent')).length).toBeGreaterThanOrEqual(3);
  });
});

describe('labels', () => {
  it('give a worker only what it can do, GPU work first', () => {
    const queue = queueOf([run('c', 'o', 'a'), run('g', 'o', 'b', { requires: ['gpu', 'region:eu'] })]);
    expect(queue.hasFor(new Set(['gpu']))).toBe(false);
    expect(takeAll(queue, new Set(['gpu', 'cpu', 'region:eu']))).toEqual(['g', 'c']);
  });
});

it('decides like the rule in its plainest form, whatever happens in between', () => {
  const operation = fc.record({
    kind: fc.constantFrom('add', 'add', 'add', 'take', 'take', 'settle', 'giveBack', 'remove', 'charge'),
    organization: fc.constantFrom('o', 'p', 'q'),
    student: fc.constantFrom('a', 'b', 'c'),
    requires: fc.constantFrom(['cpu'], ['cpu'], ['gpu'], ['cpu', 'region:eu']),
    at: fc.integer({ min: 0, max: 3000 }),
    isDryRun: fc.boolean(),
    seconds: fc.integer({ min: 0, max: 8 }).map((n) => n * 32),
    pick: fc.nat(),
  });
  const weights: Record<string, number> = { o: 1, p: 2, q: 0.5 };
  const shared = limits({
    weightOf: (id) => weights[id] ?? 1,
    parallelOf: (_id, student) => (student === 'a' ? 1 : 2),
  });
  const fleets = [new Set(['cpu']), new Set(['gpu']), new Set(['cpu', 'gpu', 'region:eu'])];
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 80 }), (operations) => {
      const fast = new FairQueue(shared);
      const plain = new PlainQueue(shared);
      const waiting: WaitingRun[] = [];
      const taken: WaitingRun[] = [];
      const pluck = (from: WaitingRun[], n: number) => from.splice(n % Math.max(1, from.length), 1)[0];
      operations.forEach(({ kind, organization, student, requires, at, isDryRun, seconds, pick }, i) => {
        const made = run(`r${i}`, organization, student, { queuedAt: at * 1000, requires, isDryRun });
        if (kind === 'add') {
          waiting.push(made);
          [fast, plain].forEach((queue) => queue.add(made));
        } else if (kind === 'take') {
          const labels = fleets[pick % 3] as ReadonlySet<string>;
          const next = fast.take(labels, 0);
          expect(next?.id).toBe(plain.take(labels)?.id);
          if (next) taken.push(...waiting.splice(waiting.indexOf(next), 1));
        } else if (kind === 'remove') {
          const gone = pluck(waiting, pick);
          if (gone) [fast, plain].forEach((queue) => queue.remove(gone.id));
        } else if (kind === 'charge') {
          const one = taken[pick % Math.max(1, taken.length)];
          if (one) [fast, plain].forEach((queue) => queue.charge(one.id, seconds));
        } else {
          const ended = pluck(taken, pick);
          if (!ended) return;
          const had = kind === 'giveBack' ? 0 : seconds;
          [fast, plain].forEach((queue) => queue.settle(ended.id, had));
          if (kind === 'giveBack') {
            waiting.push(ended);
            [fast, plain].forEach((queue) => queue.add(ended));
          }
        }
      });
      expect(fast.size).toBe(waiting.length);
    }),
    { numRuns: 500 },
  );
});

describe('the place of a run', () => {
  it('is the turn at which it is taken', () => {
    const runs = ['a', 'b', 'c'].flatMap((organization, i) =>
      ['s', 't'].flatMap((student) => many(3 + i, organization, student)),
    );
    const queue = queueOf(runs, { weightOf: (id) => (id === 'b' ? 2 : 1) });
    const said = new Map(runs.map(({ id }) => [id, queue.placeOf(id)?.position ?? 0]));
    const errors = takeAll(queue).map((id, index) => Math.abs((said.get(id) ?? 0) - (index + 1)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(2);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(1);
    expect(queue.placeOf('as0')).toBeNull();
  });
});

describe('the waiting time', () => {
  const place = { position: 3, aheadSeconds: 120, ownAhead: 0, parallel: 2, expectedSeconds: 60 };
  const fleet = { slots: 2, remaining: [30, -5], arrivedSeconds: 0 };

  it('is nothing while a slot is free, unknown without a worker, and shared by the slots otherwise', () => {
    expect(waitingSeconds({ ...place, position: 1 }, { ...fleet, remaining: [30] })).toBe(0);
    expect(waitingSeconds(place, { ...fleet, slots: 0, remaining: [] })).toBeNull();
    expect(waitingSeconds(place, fleet)).toBe(75);
  });

  it('is longer while others come, and never more than twice as long', () => {
    expect(waitingSeconds(place, { ...fleet, arrivedSeconds: 50 })).toBe(100);
    expect(waitingSeconds(place, { ...fleet, arrivedSeconds: 5000 })).toBe(150);
  });

  it('counts what else came lately to the same lane and waits', () => {
    const old = { ...many(1, 'a', 's')[0], id: 'old', queuedAt: -700_000 } as WaitingRun;
    const runs = [old, ...many(3, 'b', 't')];
    const queue = queueOf(runs);
    const seconds = runs.slice(1).reduce((sum, { expectedSeconds }) => sum + expectedSeconds, 0);
    expect(queue.arrivedSeconds('old', -600_000)).toBe(seconds);
    expect(queue.arrivedSeconds(runs[1]?.id ?? '', -600_000)).toBe((seconds * 2) / 3);
    expect(queue.arrivedSeconds('nobody', -600_000)).toBe(0);
  });

  it('is no shorter than what the student’s own limit makes it', () => {
    expect(waitingSeconds({ ...place, ownAhead: 5 }, { ...fleet, slots: 100, remaining: [] })).toBe(120);
  });
});
