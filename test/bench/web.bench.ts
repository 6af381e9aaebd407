import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { z } from 'zod';
import { ask } from '../e2e/support/ask.js';
import { CHROMIUM, launch } from '../e2e/support/browser.js';
import { median, type BenchOptions, type BenchResult } from './report.js';

/** Fetched when it is needed: nobody else should install it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
/** Who has handed in the sample, and so has a score to look at. */
const READER = { email: 'sample@demo.holdout', password: 'holdout-demo' };
const SLOWDOWN = 4;
const LIGHTHOUSE_MS = 300_000;

const PAGES: Readonly<Record<string, (runId: string) => string>> = {
  roadmap: () => '/',
  assignment: () => '/assignments/tabular-risk',
  run: (runId) => `/runs/${runId}`,
  score: (runId) => `/runs/${runId}/score`,
  leaderboard: () => '/assignments/tabular-risk/leaderboard',
};

/** What opens and closes, and changes nothing on the server. */
const PRESSED = 'summary, button[aria-expanded], [role="tab"]';

interface Seen {
  performance: number;
  accessibility: number;
  bestPractices: number;
  scriptKb: number;
  benchmarkIndex: number;
}

const audit = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.object({
    'network-requests': z.object({
      details: z.object({
        items: z.array(
          z.object({ resourceType: z.string().optional(), transferSize: z.number().optional() }),
        ),
      }),
    }),
  }),
});

/**
 * The pages of students in headless Chromium: Lighthouse's scores, JavaScript of the first load, and how long a press takes to
 * show with the processor slowed. Against BENCH_URL, a deployment with the demo accounts and a graded sample.
 */
export async function webBench({ rounds = 1 }: BenchOptions): Promise<BenchResult> {
  const url = process.env.BENCH_URL;
  if (!url) throw new Error('Say which deployment: BENCH_URL=http://localhost:3000, with its sample graded.');
  const browser = await launch();
  const figures: Record<string, number> = {};
  const indices: number[] = [];
  try {
    const context = await signedIn(browser, url);
    const runId = await scoredRun(context, url);
    for (const [name, place] of Object.entries(PAGES)) {
      const address = `${url}${place(runId)}`;
      await context.request.get(address);
      const seen: Seen[] = [];
      for (let round = 0; round < rounds; round += 1)
        seen.push(await lighthouse(address, await cookies(context)));
      const middle = (key: keyof Seen) => median(seen.map((found) => found[key]));
      figures[`${name}_performance`] = middle('performance');
      figures[`${name}_accessibility`] = middle('accessibility');
      figures[`${name}_best_practices`] = middle('bestPractices');
      figures[`${name}_js_kb`] = middle('scriptKb');
      figures[`${name}_interaction_ms`] = await interaction(context, address);
      indices.push(...seen.map(({ benchmarkIndex }) => benchmarkIndex));
    }
    figures.benchmark_index = median(indices);
  } finally {
    await browser.close();
  }
  return { name: 'web', runs: rounds, figures };
}

async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
  const answer = await context.request.post('/auth/sign-in/email', {
    data: READER,
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`${READER.email} could not sign in: ${answer.status()}`);
  return context;
}

async function cookies(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function scoredRun(context: BrowserContext, url: string): Promise<string> {
  const data = await ask<{ runs: { edges: { node: { id: string; score: object | null } }[] } }>(
    context,
    '{ runs(first: 20) { edges { node { id score { id } } } } }',
    {},
    url,
  );
  const found = data.runs.edges.find(({ node }) => node.score);
  if (!found) throw new Error('The sample has no score yet. Wait until npm start has graded it.');
  return found.node.id;
}

/** One run of Lighthouse as it is by default, which is its mobile preset: a middling phone on a slow network, simulated. */
async function lighthouse(address: string, cookie: string): Promise<Seen> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-lighthouse-'));
  const file = path.join(folder, 'report.json');
  try {
    // Its browser may outlive it and would keep a pipe open: nothing of it is read but the file.
    const child = spawn(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        address,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        '--only-categories=performance,accessibility,best-practices',
        '--disable-full-page-screenshot',
        `--extra-headers=${JSON.stringify({ cookie })}`,
        '--chrome-flags=--headless=new --no-sandbox',
      ],
      {
        env: { ...process.env, CHROME_PATH: CHROMIUM, NODE_OPTIONS: '' },
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: LIGHTHOUSE_MS,
      },
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`Lighthouse ended with ${code ?? 'a signal'} on ${address}.`);
    const { categories, audits, environment } = audit.parse(JSON.parse(await readFile(file, 'utf8')));
    const score = (key: string) => 100 * (categories[key]?.score ?? Number.NaN);
    const scripts = audits['network-requests'].details.items.filter(
      ({ resourceType }) => resourceType === 'Script',
    );
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      scriptKb: scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024,
      benchmarkIndex: environment.benchmarkIndex,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From a press to the next frame, by the browser's own event timing: the longest of five presses, as the metric counts few. */
async function interaction(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.evaluate(() => {
      const seen: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push(entry.duration);
      }).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit);
      Object.assign(window, { pressesSeen: seen });
    });
    const opening = page.locator('main').locator(PRESSED).locator('visible=true');
    const target = ((await opening.count()) > 0 ? opening : page.locator('h1')).first();
    for (let count = 0; count < 5; count += 1) {
      await target.click();
      await page.waitForTimeout(300);
    }
    return await page.evaluate(() => {
      const { pressesSeen } = window as unknown as { pressesSeen: number[] };
      return Math.max(0, ...pressesSeen);
    });
  } finally {
    await page.close();
  }
}
