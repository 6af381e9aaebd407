import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Answer } from './api-lab.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { databaseTemplate, type DatabaseTemplate } from './database-template.js';
import { freePort } from './free-port.js';
import { ASSIGNMENT, withManyAttempts } from './grading-lab.js';
import { nodeEnvironment } from './node-environment.js';
import { untilTrue } from './until-true.js';
import { imagesForSmallPrograms } from './images.js';
import { forFewRuns } from './long-tier.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = path.join(ROOT, 'apps/cli/bin/holdout.mjs');
const SECRETS_FILE = 'secrets.json';

export interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** The seeded demo organization with the real API and worker, and with the command line as its students use it. */
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
   * @param workerEnv variables of the grading worker that differ
   * @param splits number of splits on which anchors are measured
   * @param moreEnv further variables for API and worker
   */
  static async start(
    workerEnv: Record<string, string> = {},
    splits = 0,
    moreEnv: Record<string, string> = {},
  ): Promise<CliDeployment> {
    const template = await publishedTemplate(splits);
    const database = await freshDatabase(undefined, template.name);
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-cli-'));
    await cp(template.folder, folder, { recursive: true });
    const env = {
      ...(await settingsOf(database, folder, await freePort())),
      CALIBRATION_SPLITS: String(splits),
      ...moreEnv,
    };
    await writeKey(folder, env.PUBLIC_URL);
    const made = new CliDeployment(folder, env.PUBLIC_URL, database, env);
    const services = [
      made.serve('apps/worker/dist/main.js', 'worker is ready', workerEnv),
      made.restartApi(),
    ];
    // Any process left running would keep the tests from ending.
    await Promise.all(services).catch(async (error: unknown) => {
      await Promise.allSettled(services);
      await made.stop();
      throw error;
    });
    return made;
  }

  /** Run `holdout` to its end, as the demo student unless `env` says otherwise. `input` is typed by the user. */
  holdout(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Said> {
    const settings = { ...nodeEnvironment, HOME: this.folder, HOLDOUT_DATA: this.folder, ...env };
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
    const env = { ...nodeEnvironment, HOME: this.folder, HOLDOUT_DATA: this.folder };
    return spawn(process.execPath, [CLI, ...args], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Publishes an assignment's folder for the demo organization. */
  publish(folder: string): void {
    publishFor(folder, this.env);
  }

  /** Has the worker delete files that are past their retention period. */
  endRetention(): void {
    node(this.env, 'apps/worker/dist/main.js', 'retention');
  }

  /** The end of what worker and API logged. */
  log(): string {
    return this.said.slice(-10_000);
  }

  /** All that they logged. */
  wholeLog(): string {
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

  /** The variables that make `holdout` act as somebody else. */
  async keyOf(email: string): Promise<Record<string, string>> {
    const cookie = await this.signIn(email);
    const { data } = await this.ask<{ createApiKey: { secret: string } }>(
      cookie,
      'mutation { createApiKey(name: "cli") { secret } }',
    );
    if (!data) throw new Error(`No key for ${email}.`);
    return { HOLDOUT_URL: this.url, HOLDOUT_API_KEY: data.createApiKey.secret, HOLDOUT_ORGANIZATION: 'demo' };
  }

  /** Sends a query with this cookie; an empty one means signed out. */
  async ask<T>(cookie: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Runs a statement as superuser, past every policy. */
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
        this.said += chunk.toString();
      });
    await untilTrue(
      () => output.includes(readyLine) || child.exitCode !== null,
      60_000,
      () => output,
    );
    if (child.exitCode !== null) throw new Error(`${program} did not start:\n${output}`);
    return child;
  }
}

interface Settings extends Record<string, string> {
  PUBLIC_URL: string;
}

/** The variables of seed, API and worker. The secret is the template's, because splits and stored names derive from it. */
async function settingsOf(
  database: Omit<TestDatabase, 'drop'>,
  folder: string,
  port: number,
): Promise<Settings> {
  const images = await imagesForSmallPrograms();
  return {
    ...(JSON.parse(await readFile(path.join(folder, SECRETS_FILE), 'utf8')) as Record<string, string>),
    ...nodeEnvironment,
    NODE_ENV: 'test',
    LOG_LEVEL: 'info',
    HOLDOUT_DATA: folder,
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
    ...forFewRuns,
    IMAGE_LIGHT: images.light,
    IMAGE_SCORER: images.scorer,
    ...optionalImages(),
    ...(process.env['DOCKER_HOST'] ? { DOCKER_HOST: process.env['DOCKER_HOST'] } : {}),
  };
}

/**
 * The demo organizations with tabular-risk published, and plenty of attempts for their students.
 * @param splits number of splits on which anchors will be measured
 */
function publishedTemplate(splits: number): Promise<DatabaseTemplate> {
  return databaseTemplate(`holdout_published_${splits}`, async (database, folder) => {
    const secret = () => randomBytes(32).toString('hex');
    const secrets = {
      HOLDOUT_DEPLOYMENT_SECRET: secret(),
      ISSUER_KEY_SECRET: secret(),
      AUTH_SECRET: secret(),
    };
    await writeFile(path.join(folder, SECRETS_FILE), JSON.stringify(secrets));
    const env = {
      ...(await settingsOf(database, folder, await freePort())),
      CALIBRATION_SPLITS: String(splits),
    };
    const assignment = path.join(await mkdtemp(path.join(tmpdir(), 'assignment-')), 'tabular-risk');
    await cp(ASSIGNMENT, assignment, { recursive: true });
    await withManyAttempts(assignment);
    node(env, 'prisma/seed/main.ts');
    publishFor(assignment, env);
    node(env, 'prisma/seed/main.ts'); // opens what is published to the cohorts
    await rm(path.dirname(assignment), { recursive: true });
  });
}

/** Rewrites the command line's key, which was made for the template's address. */
async function writeKey(folder: string, url: string): Promise<void> {
  const file = path.join(folder, 'cli.json');
  const { apiKey } = JSON.parse(await readFile(file, 'utf8')) as { apiKey: string };
  await writeFile(file, JSON.stringify({ url, apiKey }), { mode: 0o600 });
}

function publishFor(folder: string, env: Record<string, string>): void {
  node(env, 'apps/worker/dist/main.js', 'publish', folder, '--organization', 'demo');
}

function node(env: Record<string, string>, ...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: ROOT, env, stdio: 'pipe' });
}

/** Images that only some assignments need, if the tier has built them. */
function optionalImages(): Record<string, string> {
  return Object.fromEntries(
    ['IMAGE_TORCH_CPU', 'IMAGE_ONNX'].flatMap((name) => {
      const id = process.env[name];
      return id ? [[name, id]] : [];
    }),
  );
}
