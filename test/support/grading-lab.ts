import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  addMembership,
  cancelRun,
  createDatabase,
  createWithRun,
  enroll,
  ensureCohort,
  ensureOrganization,
  newId,
  requestReproduction,
  runById,
  writeRoadmap,
  type Database,
} from '@holdout/db';
import { gradeRun, JobQueues } from '@holdout/jobs';
import { FileBlobStore } from '@holdout/storage';
import Docker from 'dockerode';
import pg from 'pg';
import type { TestDatabase } from './database.js';
import { imageVariables, type GradingImages } from './images.js';
import { startLabWorker, WORKER_MAIN, type LabWorker } from './lab-worker.js';
import { nodeEnvironment } from './node-environment.js';
import { untilTrue } from './until-true.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ASSIGNMENT = path.join(ROOT, 'graders/tabular-risk');
const SLUG = 'tabular-risk';
const run = promisify(execFile);
const SCORED_WITHIN_MS = 120_000;

export type { LabWorker } from './lab-worker.js';

export type RunRow = Awaited<ReturnType<typeof runById>>;

/**
 * What a lab's splits derive from.
 * @default random values
 */
export interface LabIdentity {
  secretHex?: string;
  organizationId?: string;
}

export interface LabOptions extends LabIdentity {
  /** Further variables for its workers, such as another engine, or where the queue is. */
  env?: Readonly<Record<string, string>>;
}

interface Parts {
  organizationId: string;
  folder: string;
  env: Record<string, string>;
  database: Database;
  admin: pg.Pool;
  queues: JobQueues;
}

/** A small deployment around the real worker: database, storage, one organization with one student and tabular-risk. */
export class GradingLab {
  readonly organizationId: string;
  readonly studentId = newId();
  private readonly workers: LabWorker[] = [];
  private cohortId = '';

  readonly folder: string;
  private readonly env: Record<string, string>;
  private readonly database: Database;
  private readonly admin: pg.Pool;
  private readonly queues: JobQueues;
  private readonly blobs: FileBlobStore;

  private constructor(parts: Parts) {
    this.organizationId = parts.organizationId;
    this.folder = parts.folder;
    this.env = parts.env;
    this.database = parts.database;
    this.admin = parts.admin;
    this.queues = parts.queues;
    this.blobs = new FileBlobStore(parts.env['BLOB_DIR'] ?? '');
  }

  static async create(
    lab: TestDatabase,
    images: GradingImages,
    {
      secretHex = randomBytes(32).toString('hex'),
      organizationId = newId(),
      env: more = {},
    }: LabOptions = {},
  ): Promise<GradingLab> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-lab-'));
    const env = {
      ...nodeEnvironment,
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      HOLDOUT_DATA: folder,
      HOLDOUT_DEPLOYMENT_SECRET: secretHex,
      ISSUER_KEY_SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: 'http://holdout.test',
      QUEUE_DATABASE_URL: lab.queueUrl,
      WORKER_DATABASE_URL: lab.workerUrl,
      BLOB_DIR: path.join(folder, 'blobs'),
      VAULT_DIR: path.join(folder, 'vault'),
      ...imageVariables(images),
      WORKER_LEASE_SECONDS: '5',
      CALIBRATION_SPLITS: '0',
      ...(process.env['DOCKER_HOST'] ? { DOCKER_HOST: process.env['DOCKER_HOST'] } : {}),
      ...more,
    };
    const database = createDatabase({ url: lab.migratorUrl });
    const admin = new pg.Pool({ connectionString: lab.adminUrl, max: 2 });
    // Dropping the database ends connections that are still open, and a long benchmark continues with its next split.
    admin.on('error', (error) => process.emitWarning(String(error)));
    const queues = new JobQueues({
      databaseUrl: lab.queueUrl,
      redisUrl: more['REDIS_URL'],
      onError: (error) => process.emitWarning(String(error)),
    });
    const made = new GradingLab({ organizationId, folder, env, database, admin, queues });
    try {
      await made.populate();
    } catch (error) {
      await made.close();
      throw error;
    }
    return made;
  }

  /** Publishes tabular-risk as it is, or changed by `edit`. */
  async publish(edit?: (folder: string) => Promise<void>): Promise<string> {
    let folder = ASSIGNMENT;
    if (edit) {
      folder = await mkdtemp(path.join(this.folder, 'assignment-'));
      await cp(ASSIGNMENT, folder, { recursive: true });
      await edit(folder);
    }
    return this.command(['publish', folder, '--organization', 'lab']);
  }

  /**
   * Runs a worker command to its end and returns what it printed.
   * @throws with its error output if it fails
   */
  async command(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
    const options = { cwd: ROOT, env: { ...this.env, ...env } };
    return (await run(process.execPath, [WORKER_MAIN, ...args], options)).stdout;
  }

  /** @param launcher a program with arguments that starts the worker, for example in another namespace */
  startWorker(
    env: Readonly<Record<string, string>> = {},
    launcher: readonly string[] = [],
  ): Promise<LabWorker> {
    return startLabWorker({ ...this.env, ...env }, launcher, (worker) => this.workers.push(worker));
  }

  /** Adds a student to the cohort and returns their id. */
  async addStudent(): Promise<string> {
    const studentId = newId();
    const { organizationId } = this;
    await this.admin.query('INSERT INTO users (id) VALUES ($1)', [studentId]);
    await this.inTenant(async (tx) => {
      await addMembership(tx, { organizationId, userId: studentId, role: 'STUDENT' });
      await enroll(tx, { organizationId, cohortId: this.cohortId, userId: studentId });
    });
    return studentId;
  }

  /** Hands in a folder (packed here) or an archive's bytes as a student, and returns the run's id. */
  async submit(
    project: string | Buffer,
    kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE',
    assignmentSlug = SLUG,
    studentId = this.studentId,
  ): Promise<string> {
    const archive = Buffer.isBuffer(project) ? project : packFolder(project);
    const { digest, size } = await this.blobs.put(archive);
    const { run } = await this.inTenant((tx) =>
      createWithRun(tx, {
        organizationId: this.organizationId,
        studentId,
        assignmentSlug,
        kind,
        archive: { digest, bytes: size, fileName: 'project.tar.gz' },
        declaration: null,
        now: new Date(),
      }),
    );
    await gradeRun.add(this.queues, { runId: run.id, attempt: 1 });
    return run.id;
  }

  /** Has a run repeated as its student, and returns the new run's id. */
  async reproduce(originalId: string): Promise<string> {
    const { organizationId, studentId } = this;
    const { runId } = await this.inTenant(async (tx) =>
      requestReproduction(tx, {
        organizationId,
        requestedById: studentId,
        now: new Date(),
        original: await runById(tx, originalId),
        limits: { perDay: 100, perRun: null },
      }),
    );
    await gradeRun.add(this.queues, { runId, attempt: 1 });
    return runId;
  }

  run(id: string): Promise<RunRow> {
    return this.inTenant((tx) => runById(tx, id));
  }

  /**
   * Waits until `is` accepts the run.
   * @throws with the run's state after `timeoutMs`
   */
  async when(id: string, is: (run: RunRow) => boolean, timeoutMs = SCORED_WITHIN_MS): Promise<RunRow> {
    let run = await this.run(id);
    await this.untilRun(id, async () => is((run = await this.run(id))), timeoutMs);
    return run;
  }

  /** Waits until a run has ended. It queries nothing else, because waiting must not slow down what it waits for. */
  async finished(id: string, timeoutMs = SCORED_WITHIN_MS): Promise<RunRow> {
    await this.untilRun(id, () => this.isFinished(id), timeoutMs);
    return this.run(id);
  }

  async isFinished(id: string): Promise<boolean> {
    const sql = "SELECT 1 FROM runs WHERE id = $1 AND status = 'FINISHED'";
    return (await this.query(sql, [id])).length > 0;
  }

  private async untilRun(id: string, isTrue: () => Promise<boolean>, timeoutMs: number): Promise<void> {
    try {
      await untilTrue(isTrue, timeoutMs, () =>
        this.workers.map((each) => each.output().slice(-3000)).join('\n'),
      );
    } catch (error) {
      const { scores: _scores, metrics: _metrics, ...state } = await this.run(id);
      throw new Error(`${JSON.stringify(state)}\n${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  cancel(id: string): Promise<RunRow> {
    return this.inTenant((tx) => cancelRun(tx, id, new Date()));
  }

  /** What the student sees of the run's output. */
  async log(id: string): Promise<string> {
    const { rows } = await this.admin.query<{ text: string }>(
      'SELECT text FROM run_log_chunks WHERE run_id = $1 ORDER BY attempt, sequence',
      [id],
    );
    return rows.map(({ text }) => text).join('');
  }

  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.admin.query<T>(sql, values)).rows;
  }

  /** The containers of runs that exist now, without waiting warm ones. */
  async containersOf(runId: string): Promise<string[]> {
    const docker = new Docker();
    const all = await docker.listContainers({ all: true });
    return all
      .filter(({ Names }) => Names.some((name) => name.includes(runId)))
      .map(({ Names, State }) => `${Names[0]} ${State}`);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.queues.close();
    await this.database.close();
    await this.admin.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As the first student's organization. */
  inTenant<T>(work: Parameters<typeof this.database.inTenant<T>>[1]): Promise<T> {
    return this.database.inTenant({ organizationId: this.organizationId, userId: this.studentId }, work);
  }

  private async populate(): Promise<void> {
    const { organizationId, studentId } = this;
    await this.admin.query('INSERT INTO users (id) VALUES ($1)', [studentId]);
    await this.inTenant(async (tx) => {
      await ensureOrganization(tx, { id: organizationId, slug: 'lab', name: 'Lab' });
      await addMembership(tx, { organizationId, userId: studentId, role: 'STUDENT' });
      const stage = {
        position: 1,
        title: 'Baselines',
        goal: 'g',
        unlocks: 'u',
        overview: 'o',
        skills: [],
        studyAnchors: [],
      };
      const trackId = await writeRoadmap(
        tx,
        organizationId,
        {
          slug: 'lab',
          title: 'Lab',
          summary: 's',
          stages: [{ slug: 'classical-baselines', ...stage }],
          diagrams: [],
          lessons: [],
        },
        new Date(),
      );
      const cohort = await ensureCohort(tx, {
        organizationId,
        trackId,
        slug: 'lab',
        name: 'Lab',
        timeZone: 'UTC',
      });
      this.cohortId = cohort.id;
      await enroll(tx, { organizationId, cohortId: cohort.id, userId: studentId });
    });
  }
}

/** Edit of an assignment folder that lifts the limits on attempts. */
export async function withManyAttempts(folder: string): Promise<void> {
  await editDefinition(
    folder,
    (text) => `${text}\nattempts: { practicePerDay: 1000, certification: 1000 }\n`,
  );
}

export async function editDefinition(folder: string, edit: (text: string) => string): Promise<void> {
  const file = path.join(folder, 'assignment.yaml');
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

/** The bytes of a tar.gz of a folder. */
export function packFolder(folder: string): Buffer {
  return execFileSync('tar', ['-czf', '-', '-C', folder, '.'], { maxBuffer: 1 << 28 });
}

/** A project folder made of a few files; removed with the lab's folder. */
export async function writeProject(parent: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(parent, 'project-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
