import { execFileSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ASSIGNMENT, editDefinition, withManyAttempts } from '../../support/grading-lab.js';
import { untilTrue } from '../../support/until-true.js';
import type { Machine } from './machine.js';
import { Visitor } from './visitor.js';

const UP_WITHIN_MS = 180_000;
const ROOT_CERTIFICATE = '/data/caddy/pki/authorities/local/root.crt';

/** What the command line tells of a run. */
export interface RunResult {
  runId: string;
  outcome: string;
  points: { value: number } | null;
}

/** The machine that has database, API, web and proxy, under one set of Compose files. */
export class Deployment {
  constructor(
    readonly machine: Machine,
    private readonly files: readonly string[],
  ) {}

  compose(...args: string[]): Promise<string> {
    return this.machine.compose(...this.files.flatMap((file) => ['--file', file]), ...args);
  }

  async up(): Promise<void> {
    await this.compose('up', '--detach', '--quiet-pull');
  }

  /** Somebody who asks from outside, once everything answers. */
  async visitor(folder: string): Promise<Visitor> {
    await mkdir(folder, { recursive: true });
    const authority = await this.authority();
    const visitor = new Visitor(folder, this.machine.address, authority);
    let said = '';
    await untilTrue(
      async () => {
        said = await visitor.ask('/health/ready').then(
          ({ status }) => String(status),
          (error: unknown) => String(error),
        );
        return said === '200';
      },
      UP_WITHIN_MS,
      () => `The deployment is not ready: ${said}`,
    );
    return visitor;
  }

  /** The demo schools, or what they open of what was published since. */
  async seed(): Promise<void> {
    await this.compose('run', '--rm', 'demo');
  }

  /** A statement as superuser. Answers its rows, a column of each. */
  async sql(statement: string): Promise<string[]> {
    const psql = ['psql', '--username', 'postgres', '--dbname', 'holdout', '--tuples-only', '--no-align'];
    const out = await this.compose('exec', '-T', 'postgres', ...psql, '--command', statement);
    return out.split('\n').filter(Boolean);
  }

  /** Keys of the bucket, as the API or the worker, by the library that they use. @throws with what the store refuses */
  keysOf(service: 'api' | 'admin', bucket: string): Promise<string[]> {
    return keysIn(bucket, (program) =>
      service === 'api'
        ? this.compose('exec', '-T', 'api', ...program)
        : this.compose('run', '--rm', '--entrypoint', program[0] ?? '', 'admin', ...program.slice(1)),
    );
  }

  /** It is there once the proxy has made it. */
  private async authority(): Promise<string> {
    let authority = '';
    await untilTrue(
      async () => {
        authority = await this.compose('exec', '-T', 'proxy', 'cat', ROOT_CERTIFICATE).catch(() => '');
        return authority.includes('END CERTIFICATE');
      },
      UP_WITHIN_MS,
      () => 'The proxy has no authority of its own.',
    );
    return authority;
  }
}

async function keysIn(
  bucket: string,
  run: (program: readonly string[]) => Promise<string>,
): Promise<string[]> {
  const list = `
    import { openBucket } from '@holdout/storage';
    const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
    const opened = await openBucket({ bucket: '${bucket}', endpoint, region, accessKeyId, secretAccessKey });
    for await (const { key } of opened.list('')) console.log(key);`;
  return (await run(['node', '--input-type=module', '--eval', list])).split('\n').filter(Boolean);
}

/** A folder of tabular-risk whose students have attempts in plenty, to be published under a name. */
export async function assignmentIn(
  folder: string,
  slug: string,
  labels?: readonly string[],
): Promise<string> {
  const made = path.join(folder, slug);
  await cp(ASSIGNMENT, made, { recursive: true });
  await withManyAttempts(made);
  await editDefinition(made, (text) =>
    `${text}\n${labels ? `labels: ${JSON.stringify(labels)}\n` : ''}`.replace(
      'slug: tabular-risk',
      `slug: ${slug}`,
    ),
  );
  return made;
}

/** A project folder, one archive of which is handed in under any assignment's name. */
export async function projectIn(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const made = path.join(folder, name);
  await mkdir(made, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(made, file), text);
  return made;
}

/** Where containers of others may read: what a test makes belongs to root alone. */
export function readableByAll(folder: string): void {
  execFileSync('chmod', ['-R', 'a+rX', folder]);
}
