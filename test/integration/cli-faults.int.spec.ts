import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliDeployment } from '../support/cli-deployment.js';
import { writeProject } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { constantProject } from '../support/projects.js';
import { onlyInLongTier } from '../support/long-tier.js';

let deployment: CliDeployment;
/** No run is ever graded here: the worker's engine has every image and makes no container. */
beforeAll(async () => {
  deployment = await CliDeployment.start({ SANDBOX_RUNTIME: 'nobody-registered-this' });
}, 180_000);
afterAll(() => deployment?.stop());

/** Start `holdout` and collect what it says. */
function speaking(...args: string[]) {
  const child = deployment.spawnHoldout(args);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return { said, ended: once(child, 'close') as Promise<[number | null]> };
}

/** A submission whose run waits: each try fails, and the pauses between them grow. */
async function waitingRun(): Promise<string> {
  const project = await writeProject(deployment.folder, constantProject);
  const { code, out, err } = await deployment.holdout([
    'submit', project, '--assignment', 'tabular-risk', '--json',
  ]); // prettier-ignore
  const { runId } = JSON.parse(out || '{}') as { runId?: string };
  if (code !== 0 || !runId) throw new Error(`The submission failed: ${out}${err}`);
  return runId;
}

it('ends with 3 after the fifth failure of the host, and says that the attempt is not charged', async () => {
  const project = await writeProject(deployment.folder, constantProject);
  const submit = speaking('submit', project, '--assignment', 'tabular-risk', '--certify', '--wait', '--json');
  let isOver = false;
  void submit.ended.then(() => (isOver = true));
  for (const end = Date.now() + 60_000; !isOver && Date.now() < end; await sleep(200)) {
    // The pauses between tries grow to minutes; here they are over at once.
    await deployment.sql("UPDATE runs SET not_before = NULL WHERE status = 'QUEUED'");
  }
  const [code] = await submit.ended;
  expect(JSON.parse(submit.said.out)).toMatchObject({
    outcome: 'INFRASTRUCTURE_ERROR',
    kind: 'CERTIFICATION',
    message: expect.stringMatching(/No attempt was charged/),
    passed: false,
    points: null,
    metrics: [],
  });
  expect(code).toBe(3);
  expect(await deployment.sql("SELECT attempt FROM runs WHERE outcome = 'INFRASTRUCTURE_ERROR'")).toEqual([
    { attempt: 5 },
  ]);
  const { out } = await deployment.holdout(['results']);
  expect(out).toContain('INFRASTRUCTURE_ERROR');
}, 90_000);

onlyInLongTier(
  'watches on after the API was killed and started again',
  async () => {
    const runId = await waitingRun();
    const watch = speaking('watch', runId);
    await untilTrue(
      () => (watch.said.out + watch.said.err).length > 0,
      20_000,
      () => 'watch says nothing',
    );
    await deployment.killApi();
    await sleep(1_500);
    await deployment.restartApi();
    await deployment.holdout(['cancel', runId]);
    const [code] = await watch.ended;
    expect([code, `${watch.said.out}${watch.said.err}`]).toEqual([5, expect.stringMatching(/cancelled/i)]);
  },
  90_000,
);
