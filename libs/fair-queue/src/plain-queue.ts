import { byAge, byText, laneOf, resourceOf, studentKey, type Limits, type WaitingRun } from './rule.js';

interface Share {
  pass: number;
  isReady: boolean;
}

/**
 * The rule in its plainest form: every decision looks at every run. Tests hold the fast queue, and the one in the
 * database, to it.
 */
export class PlainQueue {
  private readonly waiting = new Map<string, WaitingRun>();
  private readonly taken = new Map<string, { run: WaitingRun; charged: number }>();
  private readonly shares = new Map<string, Share>();
  private readonly clocks = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  add(run: WaitingRun): void {
    if (this.taken.has(run.id)) return;
    this.waiting.set(run.id, run);
    this.refresh();
  }

  remove(id: string): void {
    this.waiting.delete(id);
    this.refresh();
  }

  take(labels: ReadonlySet<string>): WaitingRun | null {
    const ready = [...this.waiting.values()].filter(
      (run) => this.isFree(run) && run.requires.every((label) => labels.has(label)),
    );
    const gpu = ready.filter((run) => resourceOf(run) === 'GPU');
    const heads = (gpu.length > 0 ? gpu : ready).filter((run) => this.isHead(run));
    const [run] = heads.sort((a, b) => this.compare(a, b));
    if (!run) return null;
    const [organization, student] = [this.share(organizationOf(run)), this.share(studentOf(run))];
    this.advance(resourceOf(run), organization.pass);
    if (!run.isDryRun) this.advance(organizationOf(run), student.pass);
    this.waiting.delete(run.id);
    this.taken.set(run.id, { run, charged: 0 });
    this.charge(run.id, run.expectedSeconds);
    return run;
  }

  charge(id: string, seconds: number): void {
    const taken = this.taken.get(id);
    if (!taken || seconds <= taken.charged) return;
    this.setCharge(taken, seconds);
    this.refresh();
  }

  settle(id: string, seconds: number): void {
    const taken = this.taken.get(id);
    if (!taken) return;
    this.taken.delete(id);
    this.setCharge(taken, seconds);
    this.refresh();
  }

  private setCharge(taken: { run: WaitingRun; charged: number }, seconds: number): void {
    const more = seconds - taken.charged;
    taken.charged = seconds;
    this.share(organizationOf(taken.run)).pass += more / this.limits.weightOf(taken.run.organizationId);
    this.share(studentOf(taken.run)).pass += more;
  }

  private compare(a: WaitingRun, b: WaitingRun): number {
    return (
      this.share(organizationOf(a)).pass - this.share(organizationOf(b)).pass ||
      byText(a.organizationId, b.organizationId) ||
      byText(laneOf(a), laneOf(b)) ||
      this.key(a) - this.key(b) ||
      byText(a.studentId, b.studentId)
    );
  }

  private key(run: WaitingRun): number {
    return studentKey(this.share(studentOf(run)).pass, run);
  }

  /** The oldest of its student in its lane. */
  private isHead(run: WaitingRun): boolean {
    return ![...this.waiting.values()].some(
      (other) =>
        studentOf(other) === studentOf(run) && laneOf(other) === laneOf(run) && byAge(other, run) < 0,
    );
  }

  private isFree({ organizationId, studentId }: WaitingRun): boolean {
    const running = [...this.taken.values()].filter(
      ({ run }) => run.organizationId === organizationId && run.studentId === studentId,
    ).length;
    return running < this.limits.parallelOf(organizationId, studentId);
  }

  /** Whoever becomes ready starts level with the others. */
  private refresh(): void {
    const free = [...this.waiting.values()].filter((run) => this.isFree(run));
    this.mark(free, studentOf, organizationOf);
    this.mark(free, organizationOf, resourceOf);
  }

  private mark(
    free: readonly WaitingRun[],
    nameOf: (run: WaitingRun) => string,
    clockOf: (run: WaitingRun) => string,
  ): void {
    const ready = new Map(free.map((run) => [nameOf(run), clockOf(run)]));
    for (const [name, clock] of ready) {
      const share = this.share(name);
      if (!share.isReady) share.pass = Math.max(share.pass, this.clocks.get(clock) ?? 0);
    }
    for (const run of free) this.share(nameOf(run));
    for (const [name, share] of this.shares)
      if (name.split('/').length === nameLength(nameOf)) share.isReady = ready.has(name);
  }

  private share(name: string): Share {
    const share = this.shares.get(name) ?? { pass: 0, isReady: false };
    this.shares.set(name, share);
    return share;
  }

  private advance(clock: string, pass: number): void {
    this.clocks.set(clock, Math.max(this.clocks.get(clock) ?? 0, pass));
  }
}

const organizationOf = (run: WaitingRun): string => `${resourceOf(run)}/${run.organizationId}`;
const studentOf = (run: WaitingRun): string => `${organizationOf(run)}/${run.studentId}`;
const nameLength = (nameOf: (run: WaitingRun) => string): number => (nameOf === organizationOf ? 2 : 3);
