import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Answer } from './api-lab.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { freePort } from './free-port.js';
import { ASSIGNMENT, until, withManyAttempts } from './grading-lab.js';
import { testImages } from './images.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = path.join(ROOT, 'apps/cli/bin/holdout.mjs');

export interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** The seeded demo organization with the real API and worker, and the command line as its students use it. */
export class CliDeployment {
  private readonly services: ChildProcess[] = [];
  private api: ChildProcess | undefined;
  private said = '';

  private constructor(
    readonly folder: string,
    readonly url: string,
    private readonly database: TestDatabase,
    private readonly env: Record<string, string>,
  ) {}

  /**
   * @param workerEnv what the worker that grades is told differently
   * @param splits how many splits it measures anchors on
   * @param moreEnv what API and worker are told besides
   */
  static async start(
    workerEnv: Record<string, string> = {},
    splits = 0,
    moreEnv: Record<string, string> = {},
  ): Promise<CliDeployment> {
    const database = await freshDatabase();
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-cli-'));
    const port = await freePort();
    const images = testImages();
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      HOLDOUT_DATA: folder,
      HOLDOUT_DEPLOYMENT_SECRET: randomBytes(32).toString('hex'),
      ISSUER_KEY_SECRET: randomBytes(32).toString('hex'),
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      API_PORT: String(port),
      MIGRATOR_DATABASE_URL: database.migratorUrl,
      API_DATABASE_URL: database.apiUrl,
      AUTH_DATABASE_URL: database.authUrl,
      QUEUE_DATABASE_URL: database.queueUrl,
      WORKER_DATABASE_URL: database.workerUrl,
      BLOB_DIR: path.join(folder, 'blobs'),
      UPLOAD_DIR: path.join(folder, 'uploads'),
      VAULT_DIR: path.join(folder, 'vault'),
      IMAGE_LIGHT: images.light,
      IMAGE_SCORER: images.scorer,
      CALIBRATION_SPLITS: String(splits),
      ...moreEnv,
      ...optionalImages(),
      ...(process.env['DOCKER_HOST'] ? { DOCKER_HOST: process.env['DOCKER_HOST'] } : {}),
    };
    const made = new CliDeployment(folder, env.PUBLIC_URL, database, env);
    await made.populate(workerEnv);
    return made;
  }

  /** Run `holdout` to its end, as the demo student unless `env` says otherwise. `input` is typed by the user. */
  holdout(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Said> {
    const settings = { PATH: this.env['PATH'] ?? '', HOME: this.folder, HOLDOUT_DATA: this.folder, ...env };
    const cwd = this.folder;
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [CLI, ...args], { cwd, env: settings }, (_error, out, err) =>
        resolve({ code: child.exitCode, out, err }),
      );
      child.stdin?.end(input);
    });
  }

  /** Start `holdout` and leave it running. */
  spawnHoldout(args: readonly string[]): ChildProcess {
    const env = { PATH: this.env['PATH'] ?? '', HOME: this.folder, HOLDOUT_DATA: this.folder };
    return spawn(process.execPath, [CLI, ...args], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Publishes an assignment's folder for the demo organization. */
  publish(folder: string): void {
    this.node('apps/worker/dist/main.js', 'publish', folder, '--organization', 'demo');
  }

  /** The end of what worker and API logged. */
  log(): string {
    return this.said;
  }

  /** Ends the API as a crash would; calls are refused until `restartApi`. */
  async killApi(): Promise<void> {
    if (!this.api) return;
    this.api.kill('SIGKILL');
    await once(this.api, 'exit');
  }

  async restartApi(): Promise<void> {
    this.api = await this.serve('apps/api/dist/main.js', 'Listening on');
  }

  /** Signs in as a page would; answers the cookie. */
  async signIn(email: string, password = 'holdout-demo'): Promise<string> {
    const response = await fetch(`${this.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** What `holdout` is to be told to act as somebody else. */
  async keyOf(email: string): Promise<Record<string, string>> {
    const cookie = await this.signIn(email);
    const { data } = await this.ask<{ createApiKey: { secret: string } }>(
      cookie,
      'mutation { createApiKey(name: "cli") { secret } }',
    );
    if (!data) throw new Error(`No key for ${email}.`);
    return { HOLDOUT_URL: this.url, HOLDOUT_API_KEY: data.createApiKey.secret, HOLDOUT_ORGANIZATION: 'demo' };
  }

  /** Asks the API as whoever the cookie says; signed out with an empty one. */
  async ask<T>(cookie: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** A statement as superuser, past every policy. */
  async sql(statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.database.adminUrl);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    for (const service of this.services) {
      if (service.exitCode !== null || service.signalCode !== null) continue;
      service.kill('SIGTERM');
      await once(service, 'exit');
    }
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async populate(workerEnv: Record<string, string>): Promise<void> {
    const assignment = path.join(await mkdtemp(path.join(this.folder, 'assignment-')), 'tabular-risk');
    await cp(ASSIGNMENT, assignment, { recursive: true });
    await withManyAttempts(assignment);
    this.node('prisma/seed/main.ts');
    this.publish(assignment);
    this.node('prisma/seed/main.ts');
    await Promise.all([
      this.serve('apps/worker/dist/main.js', 'worker is ready', workerEnv),
      this.restartApi(),
    ]);
  }

  private node(...args: string[]): void {
    execFileSync(process.execPath, args, { cwd: ROOT, env: this.env, stdio: 'pipe' });
  }

  private async serve(
    program: string,
    readyLine: string,
    extra: Record<string, string> = {},
  ): Promise<ChildProcess> {
    const child = spawn(process.execPath, [program], {
      cwd: ROOT,
      env: { ...this.env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.services.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        this.said = (this.said + chunk.toString()).slice(-10_000);
      });
    await until(
      () => output.includes(readyLine) || child.exitCode !== null,
      60_000,
      () => output,
    );
    if (child.exitCode !== null) throw new Error(`${program} did not start:\n${output}`);
    return child;
  }
}

/** Images that only some assignments ask for, where the tier has built them. */
function optionalImages(): Record<string, string> {
  return Object.fromEntries(
    ['IMAGE_TORCH_CPU', 'IMAGE_ONNX'].flatMap((name) => {
      const id = process.env[name];
      return id ? [[name, id]] : [];
    }),
  );
}
