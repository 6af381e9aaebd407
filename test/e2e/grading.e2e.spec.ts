import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { enter, launch, overflow, watch } from './support/browser.js';
import { starterKit } from './support/project.js';

const CLI = fileURLToPath(new URL('../../apps/cli/bin/holdout.mjs', import.meta.url));

let browser: Browser;
let runId: string;

/** The starter kit with a report, certified by the demo student. */
async function certify(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'to-grade-'));
  try {
    const files = { ...starterKit(), 'report.md': '# What it is for\n\nA lender decides by it.\n' };
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const args = ['submit', folder, '--assignment', 'tabular-risk', '--certify', '--wait', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', HOLDOUT_URL: process.env.E2E_BASE_URL },
    });
    return (JSON.parse(stdout) as { runId: string }).runId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  [browser, runId] = await Promise.all([launch(), certify()]);
}, 180_000);
afterAll(() => browser.close());

/** The desk of the run, once it listens. */
async function openDesk(page: Page): Promise<void> {
  await page.goto(`/reviews/runs/${runId}`);
  await page.locator('[data-testid="desk"][aria-busy="false"]').waitFor();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it('takes an instructor from the queue to the desk, and grades by keyboard alone', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/reviews');
  await page.getByRole('link', { name: 'Tabular risk model' }).click();
  await page.waitForURL('**/reviews/tabular-risk');
  const start = page.getByRole('link', { name: 'Start grading' });
  await start.waitFor();
  await accessible(page);
  await start.click();
  await page.waitForURL('**/reviews/runs/*');
  await openDesk(page);
  await page.getByRole('heading', { name: 'What it is for' }).waitFor();
  await accessible(page);

  const first = page.getByRole('radiogroup').first();
  await page.keyboard.press('2');
  await first.getByRole('radio', { checked: true }).waitFor();
  expect(await first.getByRole('radio').nth(1).getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('3');
  await page.getByRole('radiogroup').nth(1).getByRole('radio', { checked: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Open it again' }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('shows the student the levels and comments once the review is finished', async () => {
  const context = await enter(browser, 'student');
  const page = await context.newPage();
  await page.goto(`/runs/${runId}/score`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Graded by a person; not graded yet.').count()).toBeLessThan(7);
  await context.close();
});

it('puts a comment on a line of code, fits a phone, and asks nobody outside to grade', async () => {
  const context = await enter(browser, 'ta', { viewport: { width: 375, height: 740 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await openDesk(page);
  await page.getByRole('tab', { name: 'predict.py' }).click();
  await page.getByRole('button', { name: 'Comment on line 1', exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment on line 1' }).fill('Say what this reads.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Say what this reads.').waitFor();
  expect(await overflow(page)).toBe(0);
  await accessible(page);
  await context.close();

  const outside = await enter(browser, 'student');
  const page2 = await outside.newPage();
  await page2.goto('/reviews');
  await page2.getByRole('heading', { name: 'This is not yours to see' }).waitFor();
  await outside.close();
});
