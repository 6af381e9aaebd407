import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { CliDeployment } from '../support/cli-deployment.js';
import { freePort } from '../support/free-port.js';
import { writeProject } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { askedOfPrometheus, MONITORING, selectorsIn } from '../support/monitored.js';
import { OwnPrometheus } from '../support/own-prometheus.js';
import { constantProject, projectWith } from '../support/projects.js';

const ALERTS = 'alerts.yml';
const STUDENT = 'student@demo.holdout';

let deployment: CliDeployment;
let prometheus: OwnPrometheus;
beforeAll(async () => {
  const [apiPort, workerPort] = [String(await freePort()), String(await freePort())];
  deployment = await CliDeployment.start({ WORKER_PORT: workerPort }, 0, { API_METRICS_PORT: apiPort });
  prometheus = await OwnPrometheus.start({
    'holdout-api': `127.0.0.1:${apiPort}`,
    'holdout-worker': `127.0.0.1:${workerPort}`,
  });
}, 180_000);
afterAll(async () => {
  await prometheus?.stop();
  await deployment?.stop();
});

const TRACK = '{ track { title } }';
const fires = async (alert: string) =>
  (await prometheus.alerts(alert)).some(({ state }) => state === 'firing');
const told = async () =>
  JSON.stringify(
    (await prometheus.rules()).flatMap(({ name, alerts }) => (alerts.length > 0 ? [name, alerts] : [])),
  );

async function untilRule(isTrue: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  let last = '';
  await untilTrue(
    async () => (await isTrue()) || ((last = await told()), false),
    withinMs,
    () => last,
  );
}

it('finds API and worker by the jobs of the configuration, and has all rules read', async () => {
  let targets = {};
  const up = { 'holdout-api': 'up', 'holdout-worker': 'up' };
  await untilTrue(
    async () => JSON.stringify((targets = await prometheus.targets())) === JSON.stringify(up),
    20_000,
    () => JSON.stringify(targets),
  );
  await untilRule(async () => (await prometheus.rules()).every(({ health }) => health !== 'unknown'));
  const rules = await prometheus.rules();
  expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
  expect(rules).toHaveLength(askedOfPrometheus()[ALERTS]?.length ?? 0);
  // Before its first look, nobody was there.
  await untilRule(async () => (await prometheus.rules()).every(({ alerts }) => alerts.length === 0));
});

it('has numbers for every panel once somebody has handed in and looked around', async () => {
  // What happens once is a series without a change: each is seen twice, with a look of Prometheus between.
  const works = await writeProject(deployment.folder, constantProject);
  const breaks = await writeProject(
    deployment.folder,
    projectWith({ 'train.py': 'raise ValueError("no")\n' }),
  );
  const cookie = await deployment.signIn(STUDENT);
  for (const project of [works, breaks, works, breaks]) {
    await deployment.holdout(['submit', project, '--wait']);
    await deployment.ask(cookie, TRACK);
    await deployment.ask(cookie, '{ nothing }');
  }
  const { [ALERTS]: _alerts, ...dashboards } = askedOfPrometheus();
  const empty: string[] = [];
  await untilTrue(
    async () => {
      empty.length = 0;
      for (const [file, expressions] of Object.entries(dashboards))
        for (const expression of expressions)
          if (!(await prometheus.range(expression)).some(hasNumbers)) empty.push(`${file}: ${expression}`);
      return empty.length === 0;
    },
    10_000,
    () => `Nothing to draw:\n${empty.join('\n')}`,
  );
});

it('can ask for every alert, and knows a series of each that an alert goes by', async () => {
  const asked = askedOfPrometheus()[ALERTS] ?? [];
  for (const expression of asked) await prometheus.range(expression);
  const selectors = [...new Set(asked.flatMap(selectorsIn))];
  expect(selectors.length).toBeGreaterThan(8);
  const unknown = [];
  for (const selector of selectors)
    if ((await prometheus.range(selector)).length === 0) unknown.push(selector);
  expect(unknown).toEqual([]);
});

it('has a case for every alert, of which promtool says that it fires', async () => {
  const cases = parse(await readFile(path.join(MONITORING, 'alerts.test.yml'), 'utf8')) as {
    tests: { alert_rule_test?: { alertname: string; exp_alerts: unknown[] }[] }[];
  };
  const fired = cases.tests
    .flatMap((each) => each.alert_rule_test ?? [])
    .flatMap(({ alertname, exp_alerts }) => (exp_alerts.length > 0 ? [alertname] : []));
  const names = (await prometheus.rules()).map(({ name }) => name);
  expect([...new Set(fired)].sort()).toEqual(names.sort());
});

it('is told of errors that are ours, and of none that are not', async () => {
  // Plenty of them came of "nothing" above.
  expect(await prometheus.alerts('HoldoutApiFails')).toEqual([]);
  const cookie = await deployment.signIn(STUDENT);
  await deployment.sql('ALTER TABLE tracks RENAME TO tracks_away');
  await deployment.ask(cookie, TRACK);
  await deployment.sql('ALTER TABLE tracks_away RENAME TO tracks');
  await untilRule(() => fires('HoldoutApiFails'));
});

it('is alerted when the API is away, and no longer when it is back', async () => {
  expect(await prometheus.alerts('HoldoutApiDown')).toEqual([]);
  await deployment.killApi();
  await untilRule(() => fires('HoldoutApiDown'));
  expect(await prometheus.alerts('HoldoutApiDown')).toMatchObject([
    {
      labels: { severity: 'page', job: 'holdout-api' },
      annotations: { summary: 'The API does not answer.' },
    },
  ]);
  expect(await prometheus.alerts('HoldoutNoWorker')).toEqual([]);
  await deployment.restartApi();
  await untilRule(async () => (await prometheus.alerts('HoldoutApiDown')).length === 0);
});

const hasNumbers = ({ values }: { values: [number, string][] }): boolean =>
  values.some(([, value]) => Number.isFinite(Number(value)));
