import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Docker from 'dockerode';
import { CliDeployment, type Said } from '../support/cli-deployment.js';
import { freePort } from '../support/free-port.js';
import { writeProject } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { askedOfPrometheus, unexported } from '../support/monitored.js';
import { OtlpReceiver } from '../support/otlp-receiver.js';
import { constantProject, projectWith, sleepingProject } from '../support/projects.js';

const KEYS = ['submissionId', 'runId', 'outcome', 'reason', 'message', 'kind', 'passed', 'points', 'metrics'];
const UUID = /^[0-9a-f-]{36}$/;

let deployment: CliDeployment;
let traces: OtlpReceiver;
let metrics: { api: string; worker: string };
beforeAll(async () => {
  traces = await OtlpReceiver.start();
  const [apiPort, workerPort] = [await freePort(), await freePort()].map(String) as [string, string];
  metrics = { api: `http://127.0.0.1:${apiPort}`, worker: `http://127.0.0.1:${workerPort}` };
  deployment = await CliDeployment.start({ WORKER_PORT: workerPort }, 0, {
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
    API_METRICS_PORT: apiPort,
  });
}, 180_000);
afterAll(async () => {
  await deployment?.stop();
  await traces?.stop();
});

const holdout = (...args: string[]) => deployment.holdout(args);
const project = (files: Readonly<Record<string, string>>) => writeProject(deployment.folder, files);

/** The one object that `--json` printed. */
function objectOf({ out, err }: Said): Record<string, unknown> {
  const lines = out.trimEnd().split('\n');
  if (lines.length !== 1 || !lines[0]) throw new Error(`Expected one line of JSON:\n${out}\n${err}`);
  const value = JSON.parse(lines[0]) as Record<string, unknown>;
  expect(Object.keys(value)).toEqual(KEYS);
  return value;
}

describe('looking around', () => {
  it('works as the demo student without further set-up', async () => {
    const said = await holdout('whoami');
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('student@demo.holdout') });
  });

  it('lists the assignments', async () => {
    expect(await holdout('assignments')).toMatchObject({
      code: 0,
      out: expect.stringContaining('tabular-risk'),
    });
  });
});

it('completes commands and options for a shell', async () => {
  expect((await holdout('complete', '--', 'lead')).out).toContain('leaderboard\t');
  expect((await holdout('complete', '--', 'logs', '--ph')).out).toContain('--phase\t');
  expect((await holdout('complete', 'bash')).out).toContain('holdout');
});

describe('submit', () => {
  it('waits for a practice run and tells its score, without touching the private rows', async () => {
    const said = await holdout('submit', await project(constantProject), '--wait', '--json');
    const result = objectOf(said);
    expect(result).toMatchObject({
      submissionId: expect.stringMatching(UUID),
      runId: expect.stringMatching(UUID),
      outcome: 'SCORED',
      reason: null,
      kind: 'PRACTICE',
      passed: false,
      points: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
    });
    expect(result['metrics']).toContainEqual(
      expect.objectContaining({ name: 'auc', split: 'PUBLIC_TEST', value: 0.5, direction: 'HIGHER' }),
    );
    expect(said.code).toBe(0);
  });

  it('leaves one trace and one correlation id from the mutation to the phases, and metrics that name nobody', async () => {
    const [run] = await deployment.sql(
      "SELECT id, organization_id, correlation_id, trace_parent FROM runs WHERE outcome = 'SCORED' ORDER BY queued_at LIMIT 1",
    );
    const [, traceId = '', mutation] = String(run?.['trace_parent']).split('-');
    const names = () => traces.ofTrace(traceId).map(({ service, name }) => `${service}: ${name}`);
    await untilTrue(
      () => names().includes('holdout-worker: grade run'),
      10_000,
      () => names().join('\n'),
    );
    expect(names()).toEqual(
      expect.arrayContaining([
        'holdout-api: mutation submit',
        'holdout-api: add grade-run',
        'holdout-worker: handle grade-run',
        'holdout-worker: wait in the queue',
        ...['PREPARE', 'TRAIN', 'PREDICT', 'SCORE'].map((phase) => `holdout-worker: phase ${phase}`),
      ]),
    );
    const spans = traces.ofTrace(traceId);
    const grading = spans.find(({ name }) => name === 'grade run');
    expect(grading?.parent).toBe(mutation);
    expect(spans.find(({ name }) => name === 'phase SCORE')?.parent).toBe(grading?.id);

    // What API and worker logged of it can be found by one id.
    const lines = deployment
      .log()
      .split('\n')
      .filter((line) => line.includes(String(run?.['correlation_id'])));
    expect(lines.join('\n')).toMatch(/"route":"\/graphql",.*"operation":"mutation submit"/);
    expect(lines.join('\n')).toMatch(/run finished/);

    const text = await Promise.all(
      Object.values(metrics).map(async (url) => (await fetch(`${url}/metrics`)).text()),
    );
    const exported = text.join('\n');
    expect(exported).toMatch(
      /holdout_graphql_operation_seconds_count{type="mutation",operation="submit",end="ok"} 1/,
    );
    expect(exported).toMatch(
      /holdout_http_request_seconds_count{method="POST",route="\/graphql",status="200"} \d/,
    );
    expect(exported).toMatch(/holdout_runs_finished_total{kind="PRACTICE",outcome="SCORED",reason=""} 1/);
    expect(exported).toMatch(/holdout_run_phase_seconds_count{phase="TRAIN",status="SUCCEEDED"} 1/);
    expect(exported).toMatch(/holdout_database_connections{pool="api",state="open"} [1-9]/);
    expect(exported).not.toContain(String(run?.['organization_id']));
    // The public's way in has none of it.
    expect((await fetch(`${deployment.url}/metrics`)).status).toBe(404);

    // What operators look at and are alerted by is there.
    for (const [file, expressions] of Object.entries(askedOfPrometheus())) {
      expect(expressions.length).toBeGreaterThan(file === 'manifests.yaml' ? 0 : 5);
      expect({ file, unexported: unexported(expressions, exported) }).toEqual({ file, unexported: [] });
    }
    const wrong = 'sum by (kind) (rate(holdout_runs_lost_total{outcome="SCORED"}[5m])) > holdout_queue_slots';
    expect(unexported([wrong], exported)).toEqual(['holdout_runs_lost_total']);
  });

  it('designates a certification run, which a cancellation gives back', async () => {
    const left = async () => {
      const { out } = await holdout('assignments', '--json');
      const { assignments } = JSON.parse(out) as {
        assignments: { policy: { certificationsLeft: number } }[];
      };
      return assignments[0]?.policy.certificationsLeft;
    };
    const before = await left();
    const queued = objectOf(
      await holdout('submit', await project(sleepingProject('TRAIN', 60)), '--certify', '--json'),
    );
    expect(queued).toMatchObject({ kind: 'CERTIFICATION', outcome: null });
    const runId = String(queued['runId']);
    await holdout('cancel', runId);
    expect(objectOf(await holdout('watch', runId, '--json'))).toMatchObject({ outcome: 'CANCELLED' });
    expect(await left()).toBe(before);
  });

  it('shows a person the phases, the log, the score and what to do next', async () => {
    const { code, out, err } = await holdout('submit', await project(constantProject), '--wait');
    expect(code).toBe(0);
    expect(err).toMatch(/Train/);
    expect(err).toContain('  | trained');
    expect(out).toMatch(/points of 100: not passed \(the mark is 70\)/);
    expect(out).toMatch(/Area under the ROC curve +0\.500/);
    expect(out).toContain(`${deployment.url}/runs/`);
  });

  it('ends with 2 for an error of the submission, and says where it is', async () => {
    const broken = await project(projectWith({ 'train.py': 'raise ValueError("no")\n' }));
    const said = await holdout('submit', broken, '--wait', '--json');
    expect(objectOf(said)).toMatchObject({
      outcome: 'STUDENT_ERROR',
      reason: 'CRASHED',
      message: expect.stringContaining('train.py'),
      points: null,
      metrics: [],
    });
    expect(said.code).toBe(2);
  });

  it('leaves a hostile archive to the server when asked to, which refuses it', async () => {
    const file = path.join(deployment.folder, 'not-an-archive.tar.gz');
    await writeFile(file, 'just text');
    const said = await holdout('submit', file, '-a', 'tabular-risk', '--no-preflight', '--wait', '--json');
    expect([2, 4]).toContain(said.code);
    expect(objectOf(said)['message']).toMatch(/archive/);
  });

  it.each<[string, string, string[], () => Promise<string>]>([
    ['an unknown assignment', 'NOT_FOUND', ['-a', 'nowhere'], () => project(constantProject)],
    [
      'a project without holdout.toml',
      'CONFIG_MISSING',
      ['-a', 'tabular-risk'],
      () => project({ 'a.py': '' }),
    ],
  ])('ends with 4 for %s', async (_name, reason, more, make) => {
    const said = await holdout('submit', await make(), ...more, '--wait', '--json');
    expect(objectOf(said)).toMatchObject({ outcome: null, runId: null, reason, message: expect.any(String) });
    expect(said.code).toBe(4);
  });

  it('ends with 4 for a key that the server does not know', async () => {
    const env = { HOLDOUT_URL: deployment.url, HOLDOUT_API_KEY: 'wrong' };
    const said = await deployment.holdout(['submit', await project(constantProject), '--json'], env);
    expect(objectOf(said)).toMatchObject({ outcome: null, reason: 'UNAUTHENTICATED' });
    expect(said.code).toBe(4);
  });
});

describe('after a run', () => {
  let runId: string;
  beforeAll(async () => {
    const { out } = await holdout('results', '--json');
    const { runs } = JSON.parse(out) as { runs: { id: string; kind: string; outcome: string }[] };
    // The first: the Ladder shows its score for later ones that are no better, and so they have no receipt to show.
    runId = runs.findLast(({ kind, outcome }) => kind === 'PRACTICE' && outcome === 'SCORED')?.id ?? '';
  });

  it('prints its log, of a phase, with a word, and says which phases there are', async () => {
    expect(await holdout('logs', runId)).toMatchObject({ code: 0, out: 'trained\n' });
    expect(await holdout('logs', runId, '--follow', '--search', 'TRAIN')).toMatchObject({ out: 'trained\n' });
    expect(await holdout('logs', runId, '--phase', 'predict')).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse((await holdout('logs', runId, '--json')).out)).toMatchObject({
      runId,
      log: [{ phase: 'TRAIN', text: 'trained' }],
    });
    expect(await holdout('logs', runId, '--phase', 'hidden')).toMatchObject({
      code: 1,
      err: expect.stringContaining('choose prepare, train, predict'),
    });
  });

  it('shows the leaderboard with the own place, and says when the private one opens', async () => {
    const said = await holdout('leaderboard', 'tabular-risk');
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/Your place: 1, with /) });
    expect(said.out).toMatch(/1\s+1\s+.*\(.* to .*\)\s+you/);
    expect(await holdout('leaderboard', 'tabular-risk', '--private')).toMatchObject({
      code: 1,
      err: expect.stringContaining('opens when the assignment closes'),
    });
    expect(await holdout('leaderboard', 'nowhere')).toMatchObject({ code: 1 });
    expect(await holdout('leaderboard', 'tabular-risk', '-n', '0')).toMatchObject({
      code: 1,
      err: expect.stringContaining('from 1 to 100'),
    });
  });

  it('saves the receipt once, which verify accepts', async () => {
    const signed = () =>
      deployment.sql(`SELECT 1 FROM receipts WHERE run_id = '${runId}' AND envelope IS NOT NULL`);
    await untilTrue(
      async () => (await signed()).length === 1,
      20_000,
      () => 'the receipt is not signed',
    );
    expect(await holdout('receipt', runId, '-o', 'mine.json')).toMatchObject({ code: 0, err: '' });
    expect(await holdout('receipt', runId, '-o', 'mine.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--force'),
    });
    expect(await holdout('verify', 'mine.json')).toMatchObject({ code: 0 });
    expect(await holdout('receipt', '00000000-0000-4000-8000-000000000000')).toMatchObject({ code: 1 });
  });

  it('is reproduced', async () => {
    const again = await holdout('reproduce', runId);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Identical: every number') });
    expect(again.out).toMatch(/Area under the ROC curve +identical/);
    expect(await holdout('results')).toMatchObject({ out: expect.not.stringContaining('reproduction') });
  });

  it('names the page of a run and of an assignment', async () => {
    expect(await holdout('open', runId, '--print')).toMatchObject({
      out: `${deployment.url}/runs/${runId}\n`,
    });
    expect(JSON.parse((await holdout('open', 'tabular-risk', '--json')).out)).toEqual({
      url: `${deployment.url}/assignments/tabular-risk`,
    });
  });
});

/** Phases whose containers have the name of the action that a run came of. */
async function phasesNamedAs(runId: string): Promise<(string | undefined)[]> {
  const [run] = await deployment.sql(`SELECT correlation_id AS id FROM runs WHERE id = '${runId}'`);
  const label = [`dev.holdout.correlation=${String(run?.['id'])}`];
  const containers = await new Docker().listContainers({ filters: { label } });
  return containers.map(({ Labels }) => Labels['dev.holdout.phase']);
}

describe('a run under way', () => {
  it('goes on after Ctrl-C, can be cancelled, and watch tells how it ended', async () => {
    const sleeping = await project(sleepingProject('TRAIN', 60));
    const waiting = deployment.spawnHoldout(['submit', sleeping, '--wait']);
    let told = '';
    const asleep = Promise.withResolvers<void>();
    waiting.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.includes('| sleeping')) asleep.resolve();
    });
    await asleep.promise;
    waiting.kill('SIGINT');
    const [code] = (await once(waiting, 'exit')) as [number];
    expect(code).toBe(1);
    const runId = /holdout watch ([0-9a-f-]{36})/.exec(told)?.[1] ?? '';
    expect(await phasesNamedAs(runId)).toContain('train-train');
    const watching = deployment.holdout(['watch', runId, '--json']);
    expect(await holdout('cancel', runId)).toMatchObject({ code: 0, out: expect.stringMatching(/cancel/) });
    const watched = await watching;
    expect(objectOf(watched)).toMatchObject({ runId, outcome: 'CANCELLED', points: null });
    expect(watched.code).toBe(5);
    expect(await holdout('results', 'tabular-risk')).toMatchObject({
      code: 0,
      out: expect.stringContaining(runId),
    });
  });
});

describe('init and check', () => {
  it('fetches kit and data, scores the public sample here, and submits none of the data', async () => {
    expect(await holdout('init', 'tabular-risk', 'mine')).toMatchObject({ code: 0 });
    const folder = path.join(deployment.folder, 'mine');
    expect((await readFile(path.join(folder, 'data/train.csv'), 'utf8')).split('\n').length).toBeGreaterThan(
      1000,
    );
    const checked = await holdout('check', 'mine', '--json');
    const result = objectOf(checked);
    expect(result).toMatchObject({ submissionId: null, runId: null, outcome: 'SCORED' });
    expect(result['metrics']).toContainEqual(
      expect.objectContaining({ name: 'auc', split: 'SAMPLE', n: 250 }),
    );
    expect(checked.code).toBe(0);
    expect(await holdout('init', 'tabular-risk', 'mine')).toMatchObject({
      code: 1,
      err: expect.stringContaining('not an empty folder'),
    });
  });
});

describe('login', () => {
  it('makes a key from e-mail and password, and logout revokes it', async () => {
    const env = { HOME: await project({}), HOLDOUT_DATA: await project({}) };
    const typed = `${deployment.url}\nstudent@demo.holdout\nholdout-demo\n`;
    expect(await deployment.holdout(['login'], env, typed)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Signed in'),
    });
    const file = path.join(env.HOME, '.config/holdout/config.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { apiKey } = JSON.parse(await readFile(file, 'utf8')) as { apiKey: string };
    expect(await deployment.holdout(['logout'], env)).toMatchObject({ code: 0, err: '' });
    const asBefore = { ...env, HOLDOUT_URL: deployment.url, HOLDOUT_API_KEY: apiKey };
    expect(await deployment.holdout(['whoami'], asBefore)).toMatchObject({ code: 1 });
    expect(await deployment.holdout(['whoami'], env)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not signed in'),
    });
  });

  it('refuses a wrong password and a wrong key, and stores nothing', async () => {
    const env = { HOME: await project({}), HOLDOUT_DATA: await project({}) };
    const login = ['login', '--url', deployment.url];
    const wrong = await deployment.holdout(
      [...login, '--email', 'student@demo.holdout'],
      env,
      'no-such-word\n',
    );
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('do not match') });
    expect(await deployment.holdout([...login, '--api-key', 'wrong'], env)).toMatchObject({ code: 1 });
    await expect(stat(path.join(env.HOME, '.config'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
