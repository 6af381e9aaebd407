import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { untilTrue } from '../support/until-true.js';
import { testImages } from '../support/images.js';
import { constantProject, sleepingProject } from '../support/projects.js';
import { assignmentIn, Deployment, projectIn, readableByAll, type RunResult } from './support/deployment.js';
import { Machine, SERVERS } from './support/machine.js';
import { makeNextVersion, NEXT_MIGRATIONS } from './support/next-version.js';
import { BUCKET, settings } from './support/settings.js';
import type { Visitor } from './support/visitor.js';
import { Wire } from './support/wire.js';

const STUDENT = ['student@demo.holdout', 'holdout-demo'] as const;
/** Health is looked at every ten seconds. */
const WELL_WITHIN_MS = 60_000;
/** The run from its beginning, after the worker of the next version has started. */
const FINISHED_WITHIN_MS = 120_000;
/** Beside everything else that the machine does then. */
const AT_ONCE_MS = 5_000;
const PROXY_WAITS_MS = 45_000;
const SERVICES = ['api', 'postgres', 'proxy', 'redis', 'store', 'web', 'worker'];

let folder: string;
let wire: Wire;
let machine: Machine;
let deployment: Deployment;
let visitor: Visitor;
let handedIn: RunResult;
let inHand: string;
let configured: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-one-machine-'));
  wire = new Wire();
  const images = testImages();
  const apps = ['holdout/api', 'holdout/worker', 'holdout/web'];
  machine = await Machine.start(path.join(folder, 'machine'), wire, [
    ...SERVERS,
    ...apps,
    images.light,
    images.scorer,
  ]);
  configured = settings(images);
  await machine.configure(configured);
  deployment = new Deployment(machine, ['compose.yml']);
  await deployment.up();
}, 600_000);

afterAll(async () => {
  await machine?.stop();
  wire?.remove();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

/** Services that run, and are well where they say how they are. */
async function running(): Promise<string[]> {
  const lines = (await deployment.compose('ps', '--format', '{{.Service}} {{.State}} {{.Health}}')).split(
    '\n',
  );
  return lines.flatMap((line) => /^(\S+) running (healthy)?\s*$/.exec(line)?.[1] ?? []).sort();
}

async function untilAllRun(): Promise<void> {
  let found: string[] = [];
  await untilTrue(
    async () => isDeepStrictEqual((found = await running()), SERVICES),
    WELL_WITHIN_MS,
    () => `Well are: ${found.join(', ')}`,
  );
}

it('comes up as a whole, and answers under its name with a certificate for it', async () => {
  visitor = await deployment.visitor(path.join(folder, 'visitor'));
  const page = await visitor.ask('/sign-in');
  expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  expect(page.headers['content-security-policy']).toContain("'nonce-");
  expect(page.headers['strict-transport-security']).toBeDefined();
  await untilAllRun();
});

it('begins with a school, whoever administers which signs in with what was printed', async () => {
  const school = { slug: 'north', name: 'North', 'time-zone': 'UTC', email: 'ada@north.test', person: 'Ada' };
  const options = Object.entries(school).flatMap(([name, value]) => [`--${name}`, value]);
  const [, password = ''] =
    /signs in at \S+ with (\S+)/.exec(await deployment.compose('run', '--rm', 'school', ...options)) ?? [];
  await visitor.signIn(school.email, password);
});

it('knows from where somebody signs in, whatever they say themselves', async () => {
  const [email, password] = STUDENT;
  await deployment.seed();
  const { status } = await visitor.ask('/auth/sign-in/email', {
    method: 'POST',
    headers: { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' },
    body: { email, password },
  });
  expect(status).toBe(200);
  const newest = `SELECT "ipAddress" FROM auth.session ORDER BY "createdAt" DESC LIMIT 1`;
  expect(await deployment.sql(newest)).toEqual([wire.ownAddress]);
});

it('grades on its own engine what is handed in from the command line', async () => {
  await deployment.seed();
  const shared = path.join(folder, 'machine/shared');
  await mkdir(shared);
  const assignment = await assignmentIn(shared, 'tabular-risk');
  readableByAll(shared);
  const publish = ['node', 'apps/worker/dist/main.js', 'publish', assignment, '--organization', 'demo'];
  await deployment.compose('run', '--rm', '--volume', `${shared}:${shared}:ro`, 'worker', ...publish);
  await deployment.seed();
  await visitor.signIn(...STUDENT);
  const project = await projectIn(folder, 'constant', constantProject);
  handedIn = await visitor.holdout<RunResult>('submit', project, '--wait');
  expect(handedIn).toMatchObject({ outcome: 'SCORED', points: { value: expect.any(Number) as number } });
  expect(await deployment.sql('SELECT worker_id FROM runs')).toEqual(['worker-1']);
}, 300_000);

it('keeps what was handed in in the bucket, and hidden data where the API cannot read it', async () => {
  const [archive = ''] = await deployment.sql('SELECT archive_digest FROM submissions');
  expect(await deployment.keysOf('api', BUCKET)).toContain(`${archive.slice(0, 2)}/${archive}`);
  const vault = ['sh', '-c', 'ls /vault | wc -l; ls /data'];
  expect(await deployment.compose('exec', '-T', 'worker', ...vault)).toMatch(/^[1-9]\d*\n/);
  expect(await deployment.compose('exec', '-T', 'api', ...vault)).toMatch(/^0\n/);
});

/** holdout-admin, in a container of its own. */
function admin(...args: string[]): Promise<string> {
  return deployment.compose(
    'run',
    '--rm',
    '--volume',
    `${folder}/machine/backups:/backups`,
    'admin',
    ...args,
  );
}

/** Waits until a run is as far, or how it ended: `RUNNING`, `FINISHED|SCORED`. */
async function comesTo(runId: string, wanted: string): Promise<void> {
  let row: string | undefined;
  await untilTrue(
    async () => {
      [row] = await deployment.sql(`SELECT status, outcome FROM runs WHERE id = '${runId}'`);
      return row?.startsWith(wanted) ?? false;
    },
    FINISHED_WITHIN_MS,
    () => `The run is ${row}, not ${wanted}.`,
  );
}

/** Hands in what takes a while. Answers its run once a worker has it. */
async function runInHand(): Promise<string> {
  const sleeping = await projectIn(folder, 'sleeping', sleepingProject('TRAIN', 15));
  const { runId } = await visitor.holdout<RunResult>('submit', sleeping);
  await comesTo(runId, 'RUNNING');
  return runId;
}

it('is backed up while a run is in hand', async () => {
  const backups = path.join(folder, 'machine/backups');
  await mkdir(backups);
  execFileSync('chown', ['10002:10002', backups]);
  inHand = await runInHand();
  await admin('backup', '/backups/first');
  expect(await admin('check', '/backups/first')).toContain('is whole');
  await comesTo(inHand, 'FINISHED|SCORED');
}, 300_000);

it('has everything still when it was taken down and brought up again', async () => {
  await deployment.compose('down');
  expect(await running()).toEqual([]);
  await deployment.up();
  visitor = await deployment.visitor(path.join(folder, 'visitor'));
  await visitor.signIn(...STUDENT);
  const { runs } = await visitor.holdout<{ runs: { id: string }[] }>('results');
  expect(runs).toContainEqual(expect.objectContaining({ id: handedIn.runId, outcome: 'SCORED' }));
  const again = await visitor.holdout<RunResult>('submit', path.join(folder, 'constant'), '--wait');
  expect(again).toMatchObject({ outcome: 'SCORED', points: { value: handedIn.points?.value } });
  await untilAllRun();
}, 300_000);

it('is replaced by the next version while a run is in hand, which is finished by that', async () => {
  const runId = await runInHand();
  await machine.configure({ ...configured, ...(await makeNextVersion(machine)) });
  const asking = visitor.keepAsking(['/health/live', '/icon.svg']);
  await deployment.compose('run', '--rm', 'set-up');
  const { longestMs: whileMigrating } = asking.soFar();
  await deployment.up();
  visitor = await deployment.visitor(path.join(folder, 'visitor'));
  const { refused, longestMs } = await asking.stop();
  // Nobody waits while the database is changed; while apps are replaced, the proxy waits.
  expect(refused).toEqual([]);
  expect(whileMigrating).toBeLessThan(AT_ONCE_MS);
  expect(longestMs).toBeLessThan(PROXY_WAITS_MS);
  const applied = `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1 DESC LIMIT 2`;
  expect(await deployment.sql(applied)).toEqual([...NEXT_MIGRATIONS].reverse());
  await untilAllRun();
  expect(await deployment.compose('ps', '--format', '{{.Service}} {{.Image}}')).toMatch(
    /^api holdout\/api-next$/m,
  );
  await comesTo(runId, 'FINISHED|SCORED');
}, 300_000);

it('is made anew of its backup, of the version before, where nothing is left', async () => {
  await deployment.compose('down', '--volumes');
  expect(await admin('restore', '/backups/first')).toContain(
    `${NEXT_MIGRATIONS.length} newer migrations were applied`,
  );
  await deployment.up();
  visitor = await deployment.visitor(path.join(folder, 'visitor'));
  await visitor.signIn(...STUDENT);
  const { runs } = await visitor.holdout<{ runs: { id: string }[] }>('results');
  expect(runs.map(({ id }) => id)).toEqual([inHand, handedIn.runId]);
  // What was in hand then is graded now.
  await comesTo(inHand, 'FINISHED|SCORED');
  // Hidden data opens, and what is stored is where the rows say.
  const again = await visitor.holdout<RunResult>('submit', path.join(folder, 'constant'), '--wait');
  expect(again).toMatchObject({ outcome: 'SCORED', points: { value: handedIn.points?.value } });
}, 300_000);
