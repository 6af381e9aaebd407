import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.js';
import { documentIdNamed } from '../support/built-documents.js';
import { ReviewedLab } from '../support/reviewed-lab.js';
import type autocannon from 'autocannon';
import { load, type Load } from './api/load.js';
import { argumentsOf, PAGES, SMALLEST_PAGE, type Page } from './api/pages.js';
import { ProcessorTime } from './api/processor-time.js';
import { grow, type Size } from './api/school-of-many.js';
import { subscriptions } from './api/subscriptions.js';
import type { BenchOptions, BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const PEER = fileURLToPath(new URL('api/peer.main.ts', import.meta.url));
const SMALL: Size = { organizations: 1, students: 100, submissions: 1_000, candidates: 100 };
const ORGANIZATIONS = 1_000;
const SECONDS = 10;
/** Long enough for what is compiled when it is first used to have been. */
const WARM_UP_S = 3;

const sizeOf = (organizations: number): Size => ({
  organizations,
  students: organizations * SMALL.students,
  submissions: organizations * SMALL.submissions,
  candidates: Math.max(SMALL.candidates, organizations * 10),
});

/**
 * Pages as the web asks for them, of an organization with 1,000 submissions: alone, and among 999 others of its size. Each
 * against a statement written by hand that bare Fastify serves from the same database.
 */
export function apiBench({
  rounds: seconds = SECONDS,
  organizations = ORGANIZATIONS,
}: BenchOptions): Promise<BenchResult> {
  return withTestServer(async () => {
    const reviewed = await ReviewedLab.start({
      production: true,
      env: { GRAPHQL_REQUESTS_PER_MINUTE: '1000000' },
    });
    try {
      const bench = await ApiBench.prepare(reviewed, seconds);
      return await bench.run(sizeOf(organizations));
    } finally {
      await reviewed.stop();
    }
  });
}

const EMAILS: Readonly<Record<Page['persona'], string>> = {
  student: 'student@demo.holdout',
  instructor: 'instructor@demo.holdout',
  manager: 'manager@brightwater.holdout',
  operator: 'operator@demo.holdout',
};

/** With the processor time of one request, in the process and in the database. */
type Cost = Load & { cpuMs: number };

interface Measured {
  ours: Cost;
  peer: Cost;
}

const saidOf = ({ perSecond, p50, cpuMs }: Cost) =>
  `${perSecond.toFixed(0)}/s, p50 ${p50} ms, ${cpuMs.toFixed(1)} ms of processor time`;

interface Asked {
  pid: number;
  request: autocannon.Request;
  url: string;
}

type Viewers = Readonly<Record<Page['persona'], { cookie: string; id: string }>>;

class ApiBench {
  private readonly reviewed: ReviewedLab;
  private readonly viewers: Viewers;
  private readonly seconds: number;
  private readonly serverPid: number;

  private constructor(reviewed: ReviewedLab, viewers: Viewers, seconds: number, serverPid: number) {
    this.serverPid = serverPid;
    this.reviewed = reviewed;
    this.viewers = viewers;
    this.seconds = seconds;
  }

  static async prepare(reviewed: ReviewedLab, seconds: number): Promise<ApiBench> {
    const { lab } = reviewed;
    // The private board opens when the assignment closes.
    await lab.sql(`UPDATE cohort_assignments SET closes_at = now() - interval '1 hour'`);
    const viewer = async (persona: Page['persona']) => {
      const cookie = await lab.signIn(EMAILS[persona]);
      const [user] = await lab.sql<{ id: string }>(`SELECT id::text FROM auth."user" WHERE email = $1`, [
        EMAILS[persona],
      ]);
      if (!user) throw new Error(`There is no ${persona}.`);
      return { cookie, id: user.id };
    };
    const viewers = {
      student: await viewer('student'),
      instructor: await viewer('instructor'),
      manager: await viewer('manager'),
      operator: await viewer('operator'),
    };
    const [server] = await lab.sql<{ pid: number }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
    );
    return new ApiBench(reviewed, viewers, seconds, server?.pid ?? 0);
  }

  async run(size: Size): Promise<BenchResult> {
    const { adminUrl } = this.reviewed.lab.test;
    await grow(adminUrl, this.template, 0, SMALL);
    const small = await this.measureAll();
    const hasOthers = size.organizations > SMALL.organizations;
    const large = hasOthers ? await this.measureAmongOthers(size) : small;
    const figures: Record<string, number> = {};
    const most = large.get(SMALLEST_PAGE)?.ours.perSecond ?? 0;
    for (const { name } of PAGES) {
      const [before, after] = [small.get(name), large.get(name)];
      if (!before || !after) continue;
      figures[`${name}_p50_ms`] = after.ours.p50;
      figures[`${name}_p99_ms`] = after.ours.p99;
      figures[`${name}_requests_per_s`] = after.ours.perSecond;
      figures[`${name}_throughput_ratio`] = after.ours.perSecond / after.peer.perSecond;
      if (name !== SMALLEST_PAGE) figures[`${name}_throughput_bound`] = most / after.peer.perSecond;
      figures[`${name}_cpu_ms`] = after.ours.cpuMs;
      figures[`${name}_peer_cpu_ms`] = after.peer.cpuMs;
      if (hasOthers) figures[`${name}_growth`] = after.ours.p50 / before.ours.p50;
    }
    Object.assign(figures, await subscriptions(this.reviewed.lab));
    return { name: 'api', runs: PAGES.length * (hasOthers ? 2 : 1), figures };
  }

  private get template(): string {
    return this.reviewed.runs[0] ?? '';
  }

  private async measureAmongOthers(size: Size): Promise<Map<string, Measured>> {
    const began = performance.now();
    await grow(this.reviewed.lab.test.adminUrl, this.template, SMALL.organizations, size);
    const seconds = (performance.now() - began) / 1000;
    console.log(`  ${size.submissions} submissions made in ${seconds.toFixed(0)} s`);
    return this.measureAll();
  }

  private async measureAll(): Promise<Map<string, Measured>> {
    const measured = new Map<string, Measured>();
    const peer = await this.startPeer();
    const asked = PAGES.map((page) => ({
      name: page.name,
      ours: {
        pid: this.reviewed.lab.pid,
        request: this.requestOf(page),
        url: `${this.reviewed.lab.url}/graphql`,
      },
      theirs: { pid: peer.pid, request: { method: 'GET' as const }, url: `${peer.url}/${page.name}` },
    }));
    try {
      // All of them first: the one that is measured first would pay for what they share.
      for (const { ours, theirs } of asked) {
        await load(ours.request, ours.url, WARM_UP_S);
        await load(theirs.request, theirs.url, WARM_UP_S);
      }
      for (const { name, ...page } of asked) {
        const ours = await this.measure(page.ours);
        const theirs = await this.measure(page.theirs);
        console.log(`  ${name}: ${saidOf(ours)}; by hand ${saidOf(theirs)}`);
        measured.set(name, { ours, peer: theirs });
      }
    } finally {
      await peer.stop();
    }
    return measured;
  }

  private async measure({ pid, request, url }: Asked): Promise<Cost> {
    const time = new ProcessorTime(pid, this.serverPid);
    time.begin();
    const measured = await load(request, url, this.seconds);
    return { ...measured, cpuMs: time.since() / measured.requests };
  }

  private requestOf({ operation, persona, variables }: Page) {
    const { cookie } = this.viewers[persona];
    return {
      method: 'POST' as const,
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ variables, extensions: { documentId: documentIdNamed(operation) } }),
    };
  }

  private async startPeer() {
    const port = await freePort();
    const pages = PAGES.map(({ name, persona, sql }) => [
      name,
      { sql, values: argumentsOf(this.viewers[persona].id) },
    ]);
    const child = spawn(process.execPath, [PEER], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PEER_DATABASE_URL: this.reviewed.lab.test.adminUrl,
        PEER_PORT: String(port),
        PEER_PAGES: JSON.stringify(Object.fromEntries(pages)),
      },
    });
    const ended = once(child, 'exit');
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(url).catch(() => null))) {
      if (child.exitCode !== null) throw new Error('The peer did not start.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    return { url, stop, pid: child.pid ?? 0 };
  }
}
