import { FairQueue, Heap, NO_LIMITS, PARALLEL_RUNS, RUSH_SECONDS, waitingSeconds } from '@holdout/fair-queue';
import type { SimulatedRun, Workload } from './workload.js';

/** One claim at a time, as in the database; measured there at 2 to 4 ms. */
const CLAIM_SECONDS = 0.004;
/** From a ticket being added to a waiting worker's claim. */
const PICK_UP_SECONDS = 0.02;

/** The waiting time is told for one run of so many. */
const ETA_EVERY = 200;
const TELL_AGAIN_EVERY = 3000;

export interface Served {
  run: SimulatedRun;
  startedAt: number;
  endedAt: number;
  /** What was told of its wait, of one run of `ETA_EVERY`: when it was handed in, and while it waited. */
  told: readonly { at: number; seconds: number }[];
}

/** From when to when an organization had a run that could be taken at once. */
export interface Backlog {
  organizationId: string;
  from: number;
  to: number;
}

export interface Simulated {
  served: readonly Served[];
  backlogs: readonly Backlog[];
  /** Of workers, while a run could be taken or was being worked on: what they did, and the most they could have done. */
  busySeconds: number;
  boundSeconds: number;
  /** The machine's own time for one decision. */
  decisionMicroseconds: number;
}

interface Event {
  at: number;
  order: number;
  act: () => void;
}

/** One student's runs, as far as the bound needs them. */
interface Tally {
  waiting: number;
  running: number;
}

const takeable = ({ waiting, running }: Tally): number => Math.min(waiting, PARALLEL_RUNS - running);

/** Workers that take runs by the fair queue until all are done. Times are in seconds. */
export class Simulation {
  private readonly queue: FairQueue;
  private readonly events = new Heap<Event>((a, b) => a.at - b.at || a.order - b.order);
  private readonly served: Served[] = [];
  private readonly backlogs: Backlog[] = [];
  private readonly since = new Map<string, number>();
  private readonly ready = new Map<string, number>();
  private readonly tallies = new Map<string, Tally>();
  private readonly costs = new Map<string, { mean: number; runs: number }>();
  private readonly inHand = new Map<string, Served>();
  private readonly told = new Map<string, { at: number; seconds: number }[]>();
  private readonly watched: SimulatedRun[] = [];
  private readonly labels: ReadonlySet<string> = new Set(['cpu']);
  private now = 0;
  private order = 0;
  private idle: number;
  private claimFreeAt = 0;
  private takeable = 0;
  private busySeconds = 0;
  private boundSeconds = 0;
  private decisions = 0;
  private decidingMs = 0;

  private readonly workload: Workload;
  private readonly workers: number;

  constructor(workload: Workload, workers: number) {
    this.workload = workload;
    this.workers = workers;
    this.idle = workers;
    this.queue = new FairQueue({
      ...NO_LIMITS,
      weightOf: (id) => workload.organizations.get(id)?.weight ?? 1,
    });
  }

  run(): Simulated {
    this.workload.runs.forEach((run, index) => this.at(run.queuedAt / 1000, () => this.arrive(run, index)));
    for (let event = this.events.first(); event; event = this.events.first()) {
      this.events.delete(event);
      this.pass(event.at);
      event.act();
    }
    const { served, backlogs, busySeconds, boundSeconds } = this;
    return {
      served,
      backlogs,
      busySeconds,
      boundSeconds,
      decisionMicroseconds: (this.decidingMs * 1000) / this.decisions,
    };
  }

  private at(at: number, act: () => void): void {
    this.order += 1;
    this.events.put({ at, order: this.order, act });
  }

  private pass(until: number): void {
    const seconds = until - this.now;
    this.busySeconds += this.inHand.size * seconds;
    this.boundSeconds += Math.min(this.workers, this.inHand.size + this.takeable) * seconds;
    this.now = until;
  }

  private arrive(run: SimulatedRun, index: number): void {
    run.expectedSeconds = this.costs.get(run.organizationId)?.mean ?? run.expectedSeconds;
    this.queue.add(run);
    this.tally(run, 1, 0);
    if (index % ETA_EVERY === 0) {
      this.told.set(run.id, []);
      this.watched.push(run);
      this.tell(run, this.arrivedSeconds(run));
    }
    if (this.idle > 0) this.claimAfter(PICK_UP_SECONDS);
  }

  private tellAgain(): void {
    const first = this.watched.find(({ id }) => this.queue.placeOf(id));
    if (!first) return;
    // All stand in one lane: what came is counted once for all of them, each leaving out itself.
    const arrived = this.arrivedSeconds(first) + this.ownSeconds(first);
    for (const run of this.watched) this.tell(run, arrived - this.ownSeconds(run));
  }

  private arrivedSeconds(run: SimulatedRun): number {
    return this.queue.arrivedSeconds(run.id, this.rushBegan);
  }

  private ownSeconds(run: SimulatedRun): number {
    return run.queuedAt > this.rushBegan ? run.expectedSeconds : 0;
  }

  private get rushBegan(): number {
    return (this.now - RUSH_SECONDS) * 1000;
  }

  private tell(run: SimulatedRun, arrivedSeconds: number): void {
    const place = this.queue.placeOf(run.id);
    if (!place) return;
    const remaining = [...this.inHand.values()].map(
      ({ run: other, startedAt }) => other.expectedSeconds - (this.now - startedAt),
    );
    const seconds = waitingSeconds(place, { slots: this.workers, remaining, arrivedSeconds });
    if (seconds !== null) this.told.get(run.id)?.push({ at: this.now, seconds });
  }

  private claimAfter(seconds: number): void {
    this.idle -= 1;
    this.claimFreeAt = Math.max(this.now + seconds, this.claimFreeAt) + CLAIM_SECONDS;
    this.at(this.claimFreeAt, () => this.claim());
  }

  private claim(): void {
    const before = performance.now();
    const run = this.queue.take(this.labels, this.now * 1000) as SimulatedRun | null;
    this.decidingMs += performance.now() - before;
    this.decisions += 1;
    if (!run) {
      this.idle += 1;
      return;
    }
    const endedAt = this.now + run.seconds;
    const one = { run, startedAt: this.now, endedAt, told: this.told.get(run.id) ?? [] };
    this.inHand.set(run.id, one);
    this.tally(run, -1, 1);
    // What a sweep does: a run that goes on for longer than expected is charged while it does.
    for (let had = 2 * run.expectedSeconds; had < run.seconds; had += run.expectedSeconds)
      this.at(this.now + had, () => this.queue.charge(run.id, had));
    this.at(endedAt, () => this.finish(one));
  }

  private finish(one: Served): void {
    const { run } = one;
    this.inHand.delete(run.id);
    this.served.push(one);
    // As a page does that is left open.
    if (this.served.length % TELL_AGAIN_EVERY === 0) this.tellAgain();
    this.queue.settle(run.id, run.seconds);
    this.tally(run, 0, -1);
    const known = this.costs.get(run.organizationId) ?? { mean: run.seconds, runs: 0 };
    known.runs += 1;
    known.mean += (run.seconds - known.mean) * Math.max(0.1, 1 / known.runs);
    this.costs.set(run.organizationId, known);
    this.idle += 1;
    this.claimAfter(0);
  }

  private tally({ studentId, organizationId }: SimulatedRun, waiting: number, running: number): void {
    const own = this.tallies.get(studentId) ?? { waiting: 0, running: 0 };
    this.tallies.set(studentId, own);
    const before = takeable(own);
    own.waiting += waiting;
    own.running += running;
    const change = takeable(own) - before;
    this.takeable += change;
    const had = this.ready.get(organizationId) ?? 0;
    this.ready.set(organizationId, had + change);
    if (had === 0 && change > 0) this.since.set(organizationId, this.now);
    if (had > 0 && had + change === 0)
      this.backlogs.push({ organizationId, from: this.since.get(organizationId) ?? this.now, to: this.now });
  }
}
