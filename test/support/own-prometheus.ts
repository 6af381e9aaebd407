import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { freePort } from './free-port.js';
import { MONITORING } from './monitored.js';
import { end, hasEnded, startOwn } from './own-process.js';
import { untilTrue } from './until-true.js';

interface Rule {
  alert: string;
  expr: string;
  for?: string;
}

interface Configuration {
  global: Record<string, string>;
  scrape_configs: { job_name: string; dns_sd_configs?: unknown; static_configs?: { targets: string[] }[] }[];
}

export interface Alert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
}

export interface KnownRule {
  name: string;
  health: string;
  lastError?: string;
  alerts: Alert[];
}

interface Series {
  metric: Record<string, string>;
  values: [number, string][];
}

/** How often it asks and judges here, and how long what alerts has to last: a quarter of a minute and minutes in the files. */
const INTERVAL = '1s';

/** Debian's Prometheus with our configuration and our rules, all in seconds, and addresses of the test's own. */
export class OwnPrometheus {
  private constructor(
    private readonly url: string,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  /** @param addresses host and port by the names of the configuration's jobs */
  static async start(addresses: Readonly<Record<string, string>>): Promise<OwnPrometheus> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-prometheus-'));
    const port = await freePort();
    await writeFile(path.join(folder, 'prometheus.yml'), await configurationFor(addresses));
    await writeFile(path.join(folder, 'alerts.yml'), await rulesInSeconds());
    let said = '';
    const server = startOwn(
      process.env['PROMETHEUS'] ?? 'prometheus',
      [
        `--config.file=${path.join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const own = new OwnPrometheus(`http://127.0.0.1:${port}`, folder, server);
    await untilTrue(
      async () => hasEnded(server) || ((await fetch(`${own.url}/-/ready`).catch(() => null))?.ok ?? false),
      20_000,
      () => said,
    );
    if (hasEnded(server)) throw new Error(`Prometheus did not start:\n${said}`);
    return own;
  }

  /** Whether each job's target answers, and what is wrong where it does not. */
  async targets(): Promise<Record<string, string>> {
    const { activeTargets } = await this.get<{
      activeTargets: { labels: { job: string }; health: string; lastError: string }[];
    }>('targets');
    return Object.fromEntries(
      activeTargets.map(({ labels, health, lastError }) => [labels.job, lastError || health]),
    );
  }

  /** The last minutes of an expression, as a panel asks for them. @throws with its complaint */
  async range(expression: string, minutes = 5): Promise<Series[]> {
    const now = Date.now() / 1000;
    const asked = { query: expression, start: String(now - minutes * 60), end: String(now), step: '1' };
    return (await this.get<{ result: Series[] }>(`query_range?${new URLSearchParams(asked)}`)).result;
  }

  async rules(): Promise<KnownRule[]> {
    const { groups } = await this.get<{ groups: { rules: KnownRule[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules);
  }

  /** What alerts now under a name. */
  async alerts(name: string): Promise<Alert[]> {
    return (await this.rules()).find((rule) => rule.name === name)?.alerts ?? [];
  }

  async stop(): Promise<void> {
    await end(this.server, 'SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private async get<T>(what: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${what}`);
    const answer = (await response.json()) as { status: string; data: T; error?: string };
    if (answer.status !== 'success') throw new Error(`Prometheus answered to ${what}: ${answer.error}`);
    return answer.data;
  }
}

async function configurationFor(addresses: Readonly<Record<string, string>>): Promise<string> {
  const asWritten = parse(await readFile(path.join(MONITORING, 'prometheus.yml'), 'utf8')) as Configuration;
  const jobs = asWritten.scrape_configs.map(({ dns_sd_configs: _names, ...job }) => {
    const address = addresses[job.job_name];
    if (!address) throw new Error(`The test knows no address of ${job.job_name}.`);
    return { ...job, static_configs: [{ targets: [address] }] };
  });
  const global = { ...asWritten.global, scrape_interval: INTERVAL, evaluation_interval: INTERVAL };
  return stringify({ ...asWritten, global, scrape_configs: jobs });
}

async function rulesInSeconds(): Promise<string> {
  const { groups } = parse(await readFile(path.join(MONITORING, 'alerts.yml'), 'utf8')) as {
    groups: { name: string; rules: Rule[] }[];
  };
  const shorter = groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, ...(rule.for && { for: INTERVAL }) })),
  }));
  return stringify({ groups: shorter });
}
