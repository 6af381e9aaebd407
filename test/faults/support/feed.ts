import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { packFolder, writeProject, type GradingLab } from '../../support/grading-lab.js';
import { constantProject, projectWith } from '../../support/projects.js';
import type { Random } from './random.js';

const STUDENTS = 6;
/** As many wait or run at any time: enough for every fault to meet several. */
const UNFINISHED = 10;
const LOOK_MS = 100;
const nap = 'import time\ntime.sleep(0.2)\n';
const crash = 'raise ValueError("on purpose")\n';

/** What a submission must end as, however often our machines fail. */
export type Expected = 'SCORED' | 'STUDENT_ERROR';

interface Kind {
  expected: Expected;
  share: number;
  files: Readonly<Record<string, string>>;
}

interface Packed extends Kind {
  archive: Buffer;
  digest: string;
}

/** Each phase takes a moment, so that it can be struck. */
const slow = {
  'train.py': nap + constantProject['train.py'],
  'predict.py': nap + constantProject['predict.py'],
};
const KINDS: readonly Kind[] = [
  { expected: 'SCORED', share: 0.8, files: projectWith(slow) },
  { expected: 'STUDENT_ERROR', share: 0.1, files: projectWith({ ...slow, 'train.py': nap + crash }) },
  { expected: 'STUDENT_ERROR', share: 0.1, files: projectWith({ ...slow, 'predict.py': nap + crash }) },
];
const CERTIFICATIONS = 0.1;
const CANCELLED = 0.08;

/** Students who hand in one project after the other, and now and then change their mind. */
export class Feed {
  readonly cancelled = new Set<string>();
  private submitted = 0;
  private readonly cancelling: Promise<void>[] = [];
  private isStopped = false;

  private constructor(
    private readonly lab: GradingLab,
    private readonly random: Random,
    private readonly students: readonly string[],
    private readonly archives: readonly Packed[],
  ) {}

  static async create(lab: GradingLab, random: Random): Promise<Feed> {
    const students: string[] = [];
    for (let count = 0; count < STUDENTS; count++) students.push(await lab.addStudent());
    const archives: Packed[] = [];
    for (const kind of KINDS) {
      const archive = packFolder(await writeProject(lab.folder, kind.files));
      archives.push({ ...kind, archive, digest: createHash('sha256').update(archive).digest('hex') });
    }
    return new Feed(lab, random, students, archives);
  }

  /** By the archive's digest: a run whose submitting was cut short is known by it as well. */
  expectedOf(archiveDigest: string): Expected | undefined {
    return this.archives.find(({ digest }) => digest === archiveDigest)?.expected;
  }

  /** Hands in so many, as earlier ones end, whatever fails meanwhile. */
  async run(total: number): Promise<void> {
    for (; this.submitted < total && !this.isStopped; this.submitted++) {
      while (!this.isStopped && (await this.unfinished()) >= UNFINISHED) await sleep(LOOK_MS);
      await this.submitOne();
    }
    await Promise.all(this.cancelling);
  }

  stop(): void {
    this.isStopped = true;
  }

  private async submitOne(): Promise<void> {
    const draw = this.random.between(0, 1);
    let sum = 0;
    const chosen = this.archives.find(({ share }) => draw < (sum += share)) ?? this.archives[0];
    const [studentId] = this.random.shuffled(this.students);
    const kind = this.random.chance(CERTIFICATIONS) ? 'CERTIFICATION' : 'PRACTICE';
    const cancelAfterMs = this.random.chance(CANCELLED) ? this.random.between(0, 4_000) : null;
    if (!chosen) return;
    const id = await this.insist(() => this.lab.submit(chosen.archive, kind, undefined, studentId));
    if (id === null) return;
    if (cancelAfterMs !== null) this.cancelling.push(this.cancelLater(id, cancelAfterMs));
  }

  private async cancelLater(id: string, ms: number): Promise<void> {
    await sleep(ms);
    this.cancelled.add(id);
    await this.insist(() => this.lab.cancel(id));
  }

  private async unfinished(): Promise<number> {
    const rows = await this.insist(() =>
      this.lab.query<{ count: number }>("SELECT count(*)::int AS count FROM runs WHERE status <> 'FINISHED'"),
    );
    return rows?.[0]?.count ?? 0;
  }

  /** Tries until it works: the student's own machine is not what fails here. */
  private async insist<T>(work: () => Promise<T>): Promise<T | null> {
    while (!this.isStopped) {
      try {
        return await work();
      } catch {
        await sleep(LOOK_MS);
      }
    }
    return null;
  }
}
