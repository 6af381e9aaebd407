import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, launch, watch, type Complaints } from './support/browser.js';
import { faultsOf } from './support/looks.js';
import { dropArea, dropFiles, sleeper, starterKit } from './support/project.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await enter(browser, 'student', { viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  complaints = watch(page);
});
afterEach(() => context.close());

const confirmOwnWork = () => page.getByRole('checkbox', { name: /my own work/ }).check();

/** Lines of an app's log that go by a name. */
function loggedBy(app: 'api' | 'worker', correlationId: string): string {
  const log = readFileSync(path.join(process.env.E2E_DATA ?? '', 'logs', `${app}.log`), 'utf8');
  return log
    .split('\n')
    .filter((line) => line.includes(`"correlationId":"${correlationId}"`))
    .join('\n');
}

async function submitPractice() {
  await confirmOwnWork();
  await page.getByTestId('submit').click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
}

it('goes from the roadmap to a score on hidden rows, watching the run live', async () => {
  await page.goto('/');
  await page.locator('a[href="/stages/classical-baselines"]').first().click();
  await page.waitForURL('**/stages/classical-baselines');
  const deeper = page.locator('section', { has: page.getByRole('heading', { name: 'Go deeper' }) });
  for (const [course, address] of [
    ['CS229: Machine Learning', 'https://cs229.stanford.edu/'],
    ['Machine Learning Crash Course', 'https://developers.google.com/machine-learning/crash-course'],
  ] as const)
    expect(await deeper.getByRole('link', { name: course }).getAttribute('href')).toBe(address);
  await page.locator('a[href="/assignments/tabular-risk"]').first().click();
  await page.waitForURL('**/assignments/tabular-risk');
  await dropFiles(page, starterKit());
  await page.getByText('holdout.toml names its commands').waitFor();
  const named = new Set<string>();
  page.on('request', (request) => named.add(request.headers()['x-correlation-id'] ?? ''));
  await submitPractice();

  const status = page.getByTestId('run-status');
  await page.locator('[data-testid="run-status"][data-status="RUNNING"]').waitFor();
  await page.locator('[data-testid="phases"] [data-status="SUCCEEDED"]').first().waitFor();
  await page.getByTestId('score-summary').waitFor({ timeout: 90_000 });
  expect(await status.getAttribute('data-status')).toMatch(/PASSED|PROVISIONAL/);
  // One name leads from this page's request through the logs of API and worker.
  named.delete('');
  const submitted = [...named].find((id) => loggedBy('api', id).includes('mutation submit'));
  expect(loggedBy('worker', submitted ?? 'no request')).toContain('run finished');

  await page.getByRole('link', { name: 'Read the score' }).click();
  await page.waitForURL(/\/score$/);
  await page.getByTestId('score-headline').waitFor();
  expect(
    await page
      .getByText(/95 % interval/)
      .first()
      .isVisible(),
  ).toBe(true);
  // Who presses the first key of a shortcut may be about to print: every plot is drawn, wherever the reader is.
  await page.keyboard.press('Control');
  await page
    .locator('[data-testid^="plot-"]:not(:has(svg.recharts-surface))')
    .first()
    .waitFor({ state: 'detached' });
  await page.locator('summary', { hasText: 'Improve' }).click();
  await page.locator('details[open]').getByText('What to try:').first().waitFor();
  for (const key of ['roc', 'pr', 'reliability', 'cost']) {
    await page.locator(`[data-testid^="plot-"][data-testid*="${key}" i]`).first().waitFor();
  }
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the data of ROC curve' }).first().click(),
  ]);
  expect(file.suggestedFilename()).toBe('roc.csv');
  await page.getByText('Write what you measured into holdout.toml').waitFor();
  await page.getByText('Show data').first().click();
  await page
    .getByRole('group', { name: /^Data of/ })
    .first()
    .waitFor();

  await page.getByText('Nobody had this run reproduced yet.').waitFor();
  await page.getByRole('button', { name: 'Reproduce this run' }).click();
  const reproduction = page.getByTestId('reproduction');
  await reproduction.and(page.locator('[data-verdict="UNDER_WAY"]')).waitFor();
  const agrees = '[data-verdict="IDENTICAL"], [data-verdict="WITHIN_TOLERANCE"]';
  await reproduction.and(page.locator(agrees)).waitFor({ timeout: 90_000 });
  await page.getByRole('group', { name: /^Numbers then and now/ }).waitFor();

  await page.getByRole('heading', { name: 'Ask for a regrade' }).scrollIntoViewIfNeeded();
  await page
    .getByLabel('What is judged wrongly, and why')
    .fill('The cost was counted for refusals twice, see cost.py.');
  await page.getByRole('button', { name: 'Ask for a regrade' }).click();
  await page.locator('[data-testid="regrade"][data-status="OPEN"]').getByText('see cost.py').waitFor();

  await page.getByRole('link', { name: /^Run [0-9a-f]{8}$/ }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  const [model] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download train/model.tar' }).click(),
  ]);
  expect(model.suggestedFilename()).toMatch(/^[0-9a-f]{8}-train-model\.tar$/);

  await page.getByLabel('Search the log').fill('no line says this');
  await page.getByText('No line has that.').waitFor();

  await page.setViewportSize({ width: 375, height: 812 });
  const done = page.locator('[data-testid="phases"] [data-status="SUCCEEDED"]');
  expect(await done.first().isVisible()).toBe(false);
  await page.getByRole('button', { name: /phases done/ }).click();
  expect(await done.first().isVisible()).toBe(true);
  expect(complaints.list).toEqual([]);
});

it('leads from the roadmap to the assignment that is next', async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Open the assignment' }).click();
  await page.waitForURL('**/assignments/*');
  // What is next may be a project to hand in or a diagram to redraw.
  const drop = page.locator('[data-testid="drop-area"][aria-busy="false"]');
  await drop
    .or(page.getByRole('link', { name: 'Redraw it' }))
    .first()
    .waitFor();
  expect(complaints.list).toEqual([]);
});

it('cancels a run while it trains, after asking', async () => {
  await page.goto('/assignments/tabular-risk');
  await dropFiles(page, sleeper());
  await submitPractice();
  await page
    .locator('[data-testid="phases"] [data-status="RUNNING"]', { hasText: 'Train' })
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
  await page.locator('[data-testid="run-status"][data-status="CANCELLED"]').waitFor({ timeout: 30_000 });
  await page.getByText('The run was stopped and used no attempt.').waitFor();
});

it('takes a commit only by its whole name, and says why an address is not fetched', async () => {
  await page.goto('/assignments/tabular-risk');
  await dropArea(page);
  await page.getByText('In a git repository').click();
  await page.getByLabel('Address of the repository').fill('https://localhost/me/risk.git');
  await page.getByLabel('Commit').fill('main');
  await page.getByText('A commit has 40 digits').waitFor();
  expect(await page.getByTestId('submit').count()).toBe(0);
  await page.getByLabel('Commit').fill('a'.repeat(40));
  await confirmOwnWork();
  await page.getByTestId('submit').click();
  await page.getByText('not a server of the public internet').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});

it('shows the same run in a second tab', async () => {
  await page.goto('/assignments/tabular-risk');
  await dropFiles(page, sleeper());
  await submitPractice();
  const second = await context.newPage();
  await second.goto(page.url());
  for (const tab of [page, second]) {
    await tab.getByTestId('log').getByText('the training has begun').waitFor({ timeout: 60_000 });
    await tab.getByText('Declared').waitFor();
  }
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
  for (const tab of [page, second])
    await tab.locator('[data-testid="run-status"][data-status="CANCELLED"]').waitFor({ timeout: 30_000 });
});

it.each([
  ['text under the name of an archive', 'notes.zip', 'print(1)', 'ARCHIVE_NOT_READABLE'],
  ['an empty file', 'project.zip', '', 'ARCHIVE_EMPTY'],
])('refuses %s before sending it', async (_, name, text, code) => {
  await page.goto('/assignments/tabular-risk');
  await dropArea(page);
  await page
    .getByTestId('archive-input')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(text) });
  await page.locator(`[data-testid="checks"][data-rejection="${code}"]`).waitFor();
  expect(await page.getByTestId('submit').count()).toBe(0);
});

it('names the file and the line of a holdout.toml with a mistake', async () => {
  await page.goto('/assignments/tabular-risk');
  await dropFiles(page, { ...starterKit(), 'holdout.toml': '[commands\npredict = 1\n' });
  await page.getByText(/holdout\.toml is not valid TOML: line 1/).waitFor();
});

it('says what a crash was and where, with the way on, and what was taken until then', async () => {
  await page.goto('/assignments/tabular-risk');
  const train =
    'import time\nheld = b"x" * (128 << 20)\ntime.sleep(2.6)\nraise ValueError("no such column")\n';
  await dropFiles(page, { ...starterKit(), 'train.py': train });
  await submitPractice();
  await page.locator('[data-testid="run-status"][data-status="STUDENT_ERROR"]').waitFor({ timeout: 60_000 });
  await page.getByText('What to try:').waitFor();
  await page.getByText('train.py', { exact: true }).first().waitFor();

  await page.getByRole('heading', { name: 'Resources by phase' }).scrollIntoViewIfNeeded();
  await page.getByText('Memory and cores over time').click();
  const curve = page.getByTestId('phase-curve');
  await curve.getByText(/held [\d.]+ MiB of memory at most, .+% of its limit/).waitFor();
  expect(await curve.count()).toBe(1); // unpacking took too short a time
  await curve.locator('.recharts-area-curve').nth(1).waitFor();
  await curve.getByText('Show data').click();
  const rows = curve.getByRole('group', { name: /^Data of .+ over time/ }).locator('tbody tr');
  await rows.nth(2).waitFor();
  expect((await faultsOf(page)).map((fault) => `run page: ${fault}`)).toEqual([]);
});

it('asks before it uses a certification run', async () => {
  await page.goto('/assignments/tabular-risk');
  await dropFiles(page, starterKit());
  await page.getByRole('radio', { name: /Certification/ }).check();
  expect(await page.getByTestId('submit').isDisabled()).toBe(true);
  await confirmOwnWork();
  await page.getByTestId('submit').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('After this one').waitFor();
  await dialog.getByRole('button', { name: 'Not yet' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(page.url()).toContain('/assignments/tabular-risk');
});

it('is usable by keyboard alone', async () => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
  await page.keyboard.press('Control+k');
  // Nobody types faster than the palette opens; a busy machine could.
  await page.getByRole('dialog').locator('input:focus').waitFor();
  await page.keyboard.type('Tabular');
  await page
    .getByRole('button', { name: /Tabular risk model/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/assignments\/tabular-risk|runs\//);
});
