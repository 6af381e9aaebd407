import { placeOf, type Place } from './place.js';
import { byText, laneOf, resourceOf, type Limits, type Resource, type WaitingRun } from './rule.js';
import {
  Lane,
  OrganizationLane,
  StudentLane,
  type OrganizationShare,
  type Student,
  type StudentShare,
} from './shares.js';

interface Taken {
  run: WaitingRun;
  lane: StudentLane;
  charged: number;
}

function count({ parent }: StudentLane, runs: 1 | -1, { expectedSeconds }: WaitingRun): void {
  parent.waiting += runs;
  parent.waitingSeconds += runs * expectedSeconds;
}

function earlier(a: OrganizationLane, b: OrganizationLane): boolean {
  const order =
    a.share.pass - b.share.pass || byText(a.share.id, b.share.id) || byText(laneOf(a.lane), laneOf(b.lane));
  return order < 0;
}

const DAY_MS = 24 * 3600 * 1000;

/**
 * Weighted fair queue over organizations, then students, in resource-seconds.
 *
 * Each organization has a pass: what it has had of a resource, over its weight. The one with the smallest pass is next;
 * within it the student with the smallest. Who comes, or comes back, starts where the others stand: nothing is saved up
 * while idle, and nothing is held against who used what nobody else wanted. Every change costs O(log n).
 */
export class FairQueue {
  private readonly lanes = new Map<string, Lane>();
  private readonly organizations = new Map<string, OrganizationShare>();
  private readonly students = new Map<string, Student>();
  private readonly waiting = new Map<string, { run: WaitingRun; lane: StudentLane }>();
  private readonly taken = new Map<string, Taken>();
  /** Where the organizations stand: the pass of the one taken last. */
  private readonly clocks: Record<Resource, number> = { CPU: 0, GPU: 0 };
  private day = -Infinity;

  constructor(private readonly limits: Limits) {}

  get size(): number {
    return this.waiting.size;
  }

  /** A run that waits or is worked on already is left as it is. */
  add(run: WaitingRun): void {
    if (this.waiting.has(run.id) || this.taken.has(run.id)) return;
    const lane = this.studentLane(run);
    lane.runs.put(run);
    this.waiting.set(run.id, { run, lane });
    count(lane, 1, run);
    this.place(lane);
  }

  /** The next run for a worker with these labels; null when there is none that it may take. GPU work goes first. */
  take(labels: ReadonlySet<string>, now: number): WaitingRun | null {
    this.startDay(now);
    const chosen = this.next(labels);
    const lane = chosen?.students.first();
    const run = lane?.runs.first();
    if (!chosen || !lane || !run) return null;
    const { share } = chosen;
    this.clocks[share.resource] = Math.max(this.clocks[share.resource], share.pass);
    if (!run.isDryRun) share.clock = Math.max(share.clock, lane.share.pass);
    this.waiting.delete(run.id);
    lane.runs.delete(run);
    count(lane, -1, run);
    lane.share.student.running += 1;
    this.taken.set(run.id, { run, lane, charged: 0 });
    this.charge(run.id, run.expectedSeconds);
    return run;
  }

  /** A run being worked on has had at least so many resource-seconds. */
  charge(id: string, seconds: number): void {
    const taken = this.taken.get(id);
    if (taken && seconds > taken.charged) this.setCharge(taken, seconds);
  }

  /** A run ended: it has had exactly so many resource-seconds. */
  settle(id: string, seconds: number): void {
    const taken = this.taken.get(id);
    if (!taken) return;
    this.taken.delete(id);
    taken.lane.share.student.running -= 1;
    this.setCharge(taken, seconds);
  }

  /** A run that our own machines failed waits again. Nothing is charged for it. */
  giveBack(id: string): void {
    const run = this.taken.get(id)?.run;
    this.settle(id, 0);
    if (run) this.add(run);
  }

  /** A waiting run is no longer wanted. */
  remove(id: string): void {
    const entry = this.waiting.get(id);
    if (!entry) return;
    this.waiting.delete(id);
    entry.lane.runs.delete(entry.run);
    count(entry.lane, -1, entry.run);
    this.place(entry.lane);
  }

  /** Is there a run that a worker with these labels may take? */
  hasFor(labels: ReadonlySet<string>): boolean {
    return this.next(labels) !== undefined;
  }

  /** Where a waiting run stands; null when it does not wait. */
  placeOf(id: string): Place | null {
    const entry = this.waiting.get(id);
    return entry ? placeOf(entry.run, entry.lane, this.limits) : null;
  }

  /** Expected seconds of what else waits in the same lane as this run, handed in since then. In O(waiting runs). */
  arrivedSeconds(id: string, since: number): number {
    const lane = this.waiting.get(id)?.lane.parent.lane;
    let seconds = 0;
    for (const { run, lane: own } of this.waiting.values())
      if (own.parent.lane === lane && run.id !== id && run.queuedAt > since) seconds += run.expectedSeconds;
    return seconds;
  }

  private next(labels: ReadonlySet<string>): OrganizationLane | undefined {
    const heads = [...this.lanes.values()].flatMap((lane) => {
      const head = lane.organizations.first();
      return head && lane.requires.every((label) => labels.has(label)) ? [head] : [];
    });
    const gpu = heads.filter(({ share }) => share.resource === 'GPU');
    const [first, ...others] = gpu.length > 0 ? gpu : heads;
    return others.reduce((best, head) => (earlier(head, best) ? head : best), first as OrganizationLane);
  }

  private setCharge(taken: Taken, seconds: number): void {
    const { lane } = taken;
    const organization = lane.parent.share;
    const more = seconds - taken.charged;
    taken.charged = seconds;
    organization.pass += more / this.limits.weightOf(organization.id);
    organization.spent += more;
    lane.share.pass += more;
    lane.share.spent += more;
    for (const own of lane.share.student.lanes) this.place(own);
    this.placeOrganization(organization);
  }

  private startDay(now: number): void {
    const day = Math.floor(now / DAY_MS);
    if (day === this.day) return;
    this.day = day;
    for (const organization of this.organizations.values()) {
      organization.spent = 0;
      for (const share of organization.students.values()) share.spent = 0;
      for (const share of organization.students.values())
        share.student.lanes.forEach((lane) => this.place(lane));
    }
  }

  /** Puts a student's lane where it belongs, or takes it out when none of its runs may be taken now. */
  private place(lane: StudentLane): void {
    const { share, parent } = lane;
    const organization = parent.share;
    const isReady =
      lane.runs.size > 0 &&
      share.student.running < this.limits.parallelOf(organization.id, share.student.id) &&
      share.spent < this.limits.quotaOf(organization.resource, organization.id, share.student.id);
    if (isReady !== lane.isReady) {
      lane.isReady = isReady;
      share.ready += isReady ? 1 : -1;
      organization.ready += isReady ? 1 : -1;
      if (isReady && share.ready === 1) share.pass = Math.max(share.pass, organization.clock);
    }
    if (isReady) parent.students.put(lane);
    else parent.students.delete(lane);
    this.placeOrganization(organization);
  }

  private placeOrganization(organization: OrganizationShare): void {
    const { id, resource, spent } = organization;
    const isReady = organization.ready > 0 && spent < this.limits.quotaOf(resource, id);
    if (isReady && !organization.isReady)
      organization.pass = Math.max(organization.pass, this.clocks[resource]);
    organization.isReady = isReady;
    for (const own of organization.lanes) {
      if (isReady && own.students.size > 0) own.lane.organizations.put(own);
      else own.lane.organizations.delete(own);
    }
  }

  private studentLane(run: WaitingRun): StudentLane {
    const parent = this.organizationLane(run);
    const student = this.student(run);
    const { share: organization } = parent;
    const known = student.lanes.find((lane) => lane.parent === parent);
    if (known) return known;
    const share: StudentShare = organization.students.get(student.id) ?? {
      student,
      pass: 0,
      spent: 0,
      ready: 0,
    };
    organization.students.set(student.id, share);
    const lane = new StudentLane(share, parent);
    student.lanes.push(lane);
    return lane;
  }

  private student({ organizationId, studentId }: WaitingRun): Student {
    const key = `${organizationId}/${studentId}`;
    const student = this.students.get(key) ?? { id: studentId, running: 0, lanes: [] };
    this.students.set(key, student);
    return student;
  }

  private organizationLane(run: WaitingRun): OrganizationLane {
    const resource = resourceOf(run);
    const key = `${resource} ${run.organizationId}`;
    const share: OrganizationShare = this.organizations.get(key) ?? {
      id: run.organizationId,
      resource,
      pass: 0,
      spent: 0,
      ready: 0,
      isReady: false,
      clock: 0,
      students: new Map(),
      lanes: [],
    };
    this.organizations.set(key, share);
    const name = laneOf(run);
    const lane = this.lanes.get(name) ?? new Lane([...run.requires].sort(), resource);
    this.lanes.set(name, lane);
    const known = share.lanes.find((own) => own.lane === lane);
    if (known) return known;
    const made = new OrganizationLane(share, lane);
    share.lanes.push(made);
    return made;
  }
}
