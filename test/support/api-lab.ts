import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@holdout/db';
import { FileBlobStore } from '@holdout/storage';
import type pg from 'pg';
import { freshDatabase, withClient, type TestDatabase } from './database.js';
import { databaseTemplate } from './database-template.js';
import { freePort } from './free-port.js';
import { ready } from './ready.js';
import { PUBLIC_DATA, publishSample, STARTER } from './sample-assignment.js';
import { uploadMetadata, type About } from './upload-metadata.js';

export const PUBLIC_URL = 'http://holdout.test';
export const DEMO = '0193a000-0000-7000-8000-000000001000';
export const OTHER = '0193a000-0000-7000-8000-000000002000';
const PASSWORD = 'holdout-demo';
/** The secret that signs cookies. */
export const AUTH_SECRET = 'a'.repeat(40);
const SECRETS = { HOLDOUT_DEPLOYMENT_SECRET: 'ab'.repeat(32), AUTH_SECRET };
const ROOT = new URL('../../', import.meta.url);

export interface Answer<T = Record<string, unknown>> {
  data?: T | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; correlationId: string };
  }[];
}

interface Parts {
  env: NodeJS.ProcessEnv;
  url: string;
  test: TestDatabase;
  owner: Database;
  folder: string;
  onLog?: ((text: string) => void) | undefined;
}

/** A whole API on a database of its own, with the demo organizations and one published assignment in each. */
export class ApiLab {
  readonly url: string;
  readonly test: TestDatabase;
  /** Does not bypass row-level security, but may write what workers write. */
  readonly owner: Database;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly processes: ChildProcess[] = [];

  private readonly onLog: ((text: string) => void) | undefined;

  private constructor({ env, url, test, owner, folder, onLog }: Parts) {
    this.env = env;
    this.url = url;
    this.test = test;
    this.owner = owner;
    this.folder = folder;
    this.onLog = onLog;
  }

  /**
   * @param options env: further variables for the API; onLog: receives the log of everything started here; of: an existing
   * deployment for the lab to take over
   */
  static async start(
    options: {
      production?: boolean;
      env?: Record<string, string>;
      onLog?: (text: string) => void;
      of?: { test: TestDatabase; folder: string };
    } = {},
  ): Promise<ApiLab> {
    const { test, folder } = options.of ?? (await demoDeployment());
    const owner = createDatabase({ url: test.migratorUrl, max: 2 });
    const apiEnv = {
      ...process.env,
      ...SECRETS,
      HOLDOUT_DATA: folder,
      PUBLIC_URL,
      MIGRATOR_DATABASE_URL: test.migratorUrl,
      NODE_OPTIONS: '',
      NODE_ENV: options.production ? 'production' : 'test',
      LOG_LEVEL: 'silent',
      API_DATABASE_URL: test.apiUrl,
      AUTH_DATABASE_URL: test.authUrl,
      QUEUE_DATABASE_URL: test.queueUrl,
      BLOB_DIR: path.join(folder, 'blobs'),
      UPLOAD_DIR: path.join(folder, 'uploads'),
      ...options.env,
    };
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const lab = new ApiLab({ env: apiEnv, url, test, owner, folder, onLog: options.onLog });
    // Any process left running would keep the tests from ending.
    await lab.serve(port).catch(async (error: unknown) => {
      await lab.stop();
      throw error;
    });
    return lab;
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((running) => ended(running, 'SIGTERM')));
    await this.owner.close();
    await this.test.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Of the first API process. */
  get pid(): number {
    const { pid } = this.processes[0] ?? {};
    if (pid === undefined) throw new Error('Nothing runs.');
    return pid;
  }

  /**
   * Starts another API process on the same database, as behind a load balancer, and returns its address.
   * @param more further variables
   */
  async another(more: Record<string, string> = {}): Promise<string> {
    return this.serve(await freePort(), more);
  }

  /**
   * Starts a worker for what it does without executing anything, such as signing, and returns its address. It has no images
   * and these tests give it no runs.
   * @param more further variables
   */
  async startWorker(more: Record<string, string> = {}): Promise<string> {
    const image = `sha256:${'0'.repeat(64)}`;
    const port = await freePort();
    const env = {
      ...this.env,
      ISSUER_KEY_SECRET: 'cd'.repeat(32),
      WORKER_DATABASE_URL: this.test.workerUrl,
      WORKER_PORT: String(port),
      VAULT_DIR: path.join(this.folder, 'vault'),
      IMAGE_LIGHT: image,
      IMAGE_SCORER: image,
      SANDBOX_POOL_BYTES: '0',
      WORKER_ROUND_MS: '250', // tests wait for several rounds each
      ...more,
    };
    this.run('apps/worker/dist/main.js', env);
    const url = `http://127.0.0.1:${port}`;
    await ready(`${url}/health/live`, 'The worker');
    return url;
  }

  /** The database as an API and a worker see it. Close both. */
  openDatabases(): { api: Database; worker: Database } {
    const { apiUrl, workerUrl } = this.test;
    return {
      api: createDatabase({ url: apiUrl, max: 2 }),
      worker: createDatabase({ url: workerUrl, max: 2 }),
    };
  }

  /** Asks the first API process to end, and returns its exit code. */
  async terminate(): Promise<number | null> {
    const [api] = this.processes;
    if (!api) throw new Error('Nothing runs.');
    await ended(api, 'SIGTERM');
    this.processes.shift();
    return api.exitCode;
  }

  /** @throws when it is not ready within 15 seconds */
  private async serve(port: number, more: Record<string, string> = {}): Promise<string> {
    const url = `http://127.0.0.1:${port}`;
    const env = { ...this.env, ...more, API_PORT: String(port) };
    this.run('apps/api/dist/main.js', env);
    await ready(`${url}/health/ready`, 'The API');
    return url;
  }

  private run(program: string, env: NodeJS.ProcessEnv): void {
    const output = this.onLog ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, [program], { cwd: ROOT, stdio: ['ignore', output, output], env });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => this.onLog?.(chunk.toString()));
    this.processes.push(child);
  }

  /** Signs in and returns the cookie. */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    const response = await fetch(`${this.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Signs in everyone and returns their cookies. */
  async signInAll<Who extends string>(emails: Readonly<Record<Who, string>>): Promise<Record<Who, string>> {
    const signedIn = Object.entries<string>(emails).map(async ([who, email]) => [
      who,
      await this.signIn(email),
    ]);
    return Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>;
  }

  /** Sends a query as the person named by the headers. */
  async ask<T = Record<string, unknown>>(
    headers: Record<string, string>,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** The code of the first error; "ok" without one. */
  async codeOf(
    headers: Record<string, string>,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<string> {
    const { errors } = await this.ask(headers, query, variables);
    return errors?.[0]?.extensions.code ?? 'ok';
  }

  /** Runs a statement as superuser, past every policy. */
  async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return withClient(this.test.adminUrl, async (client) => (await client.query<T>(text, values)).rows);
  }

  /** Deletes all runs and uploads, past the triggers that protect history, so that the next test has a fresh day's attempts. */
  async forgetRuns(): Promise<void> {
    await this
      .sql(`SET session_replication_role = replica; TRUNCATE runs, submissions, uploads, credentials, credential_tasks, fair_queue.entries,
      fair_queue.changes, fair_queue.organizations, fair_queue.organization_lanes, fair_queue.students,
      fair_queue.student_shares, fair_queue.student_lanes CASCADE`);
  }

  /** Begins an upload. */
  beginUpload(headers: Record<string, string>, bytes: number | string, about: About = 'tabular-risk') {
    return fetch(`${this.url}/uploads`, {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes),
        'upload-metadata': uploadMetadata(about),
        ...headers,
      },
    });
  }

  sendChunk(headers: Record<string, string>, id: string, offset: number, chunk: Uint8Array<ArrayBuffer>) {
    return fetch(`${this.url}/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        ...headers,
      },
      body: chunk,
    });
  }

  /** Makes a complete upload and returns its id. */
  async upload(headers: Record<string, string>, content = archive(), about?: About): Promise<string> {
    const begun = await this.beginUpload(headers, content.length, about);
    const id = begun.headers.get('location')?.split('/').at(-1);
    if (!id) throw new Error(`The upload was refused: ${begun.status} ${await begun.text()}`);
    const sent = await this.sendChunk(headers, id, 0, content);
    if (sent.status !== 204) throw new Error(`The bytes were refused: ${sent.status} ${await sent.text()}`);
    return id;
  }
}

/** The demo organizations, and one published assignment in each. */
async function seedDemo(migratorUrl: string, folder: string): Promise<void> {
  const env = { ...SECRETS, HOLDOUT_DATA: folder, PUBLIC_URL, MIGRATOR_DATABASE_URL: migratorUrl };
  const seeded = spawnSync(process.execPath, ['prisma/seed/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    encoding: 'utf8',
  });
  if (seeded.status !== 0) throw new Error(`The seed failed: ${seeded.stderr}`);
  const blobs = new FileBlobStore(path.join(folder, 'blobs'));
  await blobs.put(Buffer.from(STARTER));
  await blobs.put(Buffer.from(PUBLIC_DATA));
  const owner = createDatabase({ url: migratorUrl, max: 2 });
  try {
    for (const organizationId of [DEMO, OTHER]) await publishSample(owner, organizationId);
  } finally {
    await owner.close();
  }
}

let made = 0;

/** Bytes that look like a gzip archive, different each time. Only a grading container would look inside. */
export function archive(size = 2000): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size, `holdout ${(made += 1)} `);
  bytes.set([0x1f, 0x8b, 0x08]);
  return bytes;
}

export const SUBMIT = `mutation Submit($uploadId: ID!, $kind: RunKind = PRACTICE, $slug: String = "tabular-risk") {
  submit(input: { assignmentSlug: $slug, uploadId: $uploadId, kind: $kind }) {
    id archiveDigest archiveBytes fileName runs { id kind status queue { position } student { name } }
  }
}`;

/** Ends a process if it is still running, and waits for that. */
export async function ended(running: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const exit = once(running, 'exit');
  running.kill(signal);
  await exit;
}

/** The demo organizations on a database of their own, and the folder of their content. */
async function demoDeployment(): Promise<{ test: TestDatabase; folder: string }> {
  const demo = await databaseTemplate('holdout_demo', ({ migratorUrl }, folder) =>
    seedDemo(migratorUrl, folder),
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'api-lab-'));
  await cp(demo.folder, folder, { recursive: true });
  return { test: await freshDatabase(undefined, demo.name), folder };
}
