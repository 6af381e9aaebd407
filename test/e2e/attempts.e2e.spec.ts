import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { constantProject, projectWith } from '../support/projects.js';
import { ask } from './support/ask.js';
import { enter, enterAs, invited, launch, PASSWORD, watch, type Complaints } from './support/browser.js';
import { dropFiles, sleeper } from './support/project.js';
import { usedAttempts } from './support/used-attempts.js';

/** A student of these tests' own, in another zone than the cohort: nobody else's attempts stand beside theirs. */
const NUMBER = Date.now() % 100_000;
const NORA = { email: `nora-${NUMBER}@demo.holdout`, password: PASSWORD, name: `Nora Lind ${NUMBER}` };
const ZONE = 'Asia/Kolkata';
const PIECE = 4 * 1024 * 1024;
const BOARD = '/assignments/tabular-risk/leaderboard';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;
/** How often people of about the same seniority defaulted: more than a constant knows, by the standard library alone. */
const betterProject = projectWith({
  'train.py': `import csv, json, sys
known = {}
for row in csv.DictReader(open(sys.argv[1] + "/train.csv")):
    known.setdefault(int(float(row["seniority"] or 0)) // 3, []).append(int(row["default"]))
rates = {group: sum(found) / len(found) for group, found in known.items() if len(found) > 20}
json.dump(rates, open(sys.argv[2] + "/model.txt", "w"))
`,
  'predict.py': `import csv, json, sys
rates = json.load(open(sys.argv[1] + "/model.txt"))
with open(sys.argv[2]) as source, open(sys.argv[3], "w", newline="") as target:
    writer = csv.writer(target)
    writer.writerow(["id", "probability", "decision"])
    for row in csv.DictReader(source):
        rate = rates.get(str(int(float(row["seniority"] or 0)) // 3), 0.2)
        writer.writerow([row["id"], rate, int(rate > 0.4)])
`,
});
/** The runs of three attempts: a constant, the same constant again, and what is better. */
const runs: string[] = [];

beforeAll(async () => {
  browser = await launch();
  await invited(browser, NORA);
  context = await enterAs(browser, NORA, { timezoneId: ZONE, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  complaints = watch(page);
});
afterAll(() => browser.close());
afterEach(() => expect(complaints.list).toEqual([]));

async function dropProject(files: Record<string, string>): Promise<void> {
  await page.goto('/assignments/tabular-risk');
  await dropFiles(page, files);
  await page.getByRole('checkbox', { name: /my own work/ }).check();
}

async function runOfSubmission(): Promise<string> {
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

it('goes on with an upload where the connection broke, without sending again what arrived', async () => {
  await dropProject({ ...constantProject, 'notes.txt': randomBytes(5 * 1024 * 1024).toString('base64') });
  const offsets: number[] = [];
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    offsets.push(Number(route.request().headers()['upload-offset']));
    if (offsets.length !== 2) return route.continue();
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.getByTestId('submit').click();
  await page.getByText('The connection broke. What arrived is kept for a while').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  runs.push(await runOfSubmission());
  await page.unroute('**/uploads/*');
  expect(offsets).toEqual([0, PIECE, PIECE]);
});

it('compares an attempt with earlier ones: better by a paired interval, or no difference shown', async () => {
  for (const project of [constantProject, betterProject]) {
    await dropProject(project);
    await page.getByTestId('submit').click();
    runs.push(await runOfSubmission());
  }
  await page.getByTestId('score-summary').waitFor({ timeout: 90_000 });
  const comparison = page.getByTestId('comparison');
  const earlier = comparison.getByLabel('Earlier attempt');
  const [constant = '', again = '', better = ''] = runs;

  await page.goto(`${better}/score`);
  await earlier.selectOption(constant.split('/').at(-1) ?? '');
  await comparison
    .and(page.locator('[data-verdict="BETTER"]'))
    .getByText('Better', { exact: true })
    .waitFor();
  const interval = /^Difference \+([\d.]+), interval \+([\d.]+) to \+([\d.]+)$/;
  const said = await comparison.getByRole('img', { name: /^Difference/ }).getAttribute('aria-label');
  const [difference = 0, low = 0, high = 0] =
    interval
      .exec(said ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  expect([said, 0 < low, low <= difference, difference <= high]).toEqual([said, true, true, true]);
  await comparison.getByText(/^\+[\d.]+ points \(\+[\d.]+ to \+[\d.]+\)\.$/).waitFor();

  await page.goto(`${again}/score`);
  await comparison.and(page.locator('[data-verdict="NO_DIFFERENCE"]')).waitFor();
  await comparison.getByText('No difference shown').waitFor();
  expect(await earlier.inputValue()).toBe(constant.split('/').at(-1));
});

it('spends one certification run on a double click', async () => {
  await dropProject(sleeper());
  await page.getByRole('radio', { name: /Certification/ }).check();
  await page.getByTestId('submit').click();
  await page.getByRole('button', { name: 'Use one and submit' }).dblclick();
  const run = await runOfSubmission();
  await page.goto('/assignments/tabular-risk');
  await page.getByText('1 of 2 left').waitFor();
  await page.goto(run);
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
  await page.locator('[data-testid="run-status"][data-status="CANCELLED"]').waitFor();
});

it('draws every plot on a phone that was touched, so that none prints empty', async () => {
  const phone = await enterAs(browser, NORA, {
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    isMobile: true,
  });
  const small = await phone.newPage();
  await small.goto(`${runs[2]}/score`, { waitUntil: 'networkidle' });
  const empty = small.locator('[data-testid^="plot-"]:not(:has(svg.recharts-surface))');
  expect(await empty.count()).toBeGreaterThan(3);
  await small.getByRole('heading', { level: 1 }).tap();
  await empty.first().waitFor({ state: 'detached' });
  expect(await small.evaluate(() => scrollY)).toBe(0);
  await phone.close();
});

it('tells a student their place on the leaderboard, under the name that they choose', async () => {
  await page.goto(BOARD);
  const place = page.getByTestId('own-place');
  const rank = Number(/You are number (\d+)\./.exec(await place.innerText())?.[1]);
  expect(rank).toBeGreaterThan(0);
  await place.getByRole('link', { name: 'Your latest score' }).waitFor();
  const own = page.getByRole('row', { name: new RegExp(`${NORA.name}\\s*you`) });
  const points = /^[\d.]+/.exec((await own.locator('td').nth(1).innerText()).trim())?.[0];
  expect(await place.innerText()).toContain(points);

  const fellow = await enter(browser, 'student');
  const theirs = await fellow.newPage();
  const seen = async (name: string) => {
    await theirs.goto(BOARD);
    return theirs.getByRole('row', { name }).count();
  };
  const pseudonym = `Night Owl ${NUMBER}`;
  expect([await seen(NORA.name), await seen(pseudonym)]).toEqual([1, 0]);
  await page.goto('/settings', { waitUntil: 'networkidle' });
  await page.getByLabel('Pseudonym').fill(pseudonym);
  await page
    .locator('form', { has: page.getByLabel('Pseudonym') })
    .getByRole('button', { name: 'Save' })
    .click();
  await page.getByText(`Leaderboards show you as ${pseudonym}.`).waitFor();
  expect([await seen(NORA.name), await seen(pseudonym)]).toEqual([0, 1]);
  await page.getByRole('button', { name: 'Use my name' }).click();
  await page.getByText('Leaderboards show your name.').waitFor();
  expect([await seen(NORA.name), await seen(pseudonym)]).toEqual([1, 0]);
  await fellow.close();
});

it('says when the next attempt opens, in the zone of whoever reads', async () => {
  const read = async () => {
    const query = '{ assignment(slug: "tabular-risk") { policy { practiceLeftToday nextPracticeAt } } }';
    const found = await ask<{
      assignment: { policy: { practiceLeftToday: number; nextPracticeAt: string | null } };
    }>(context, query);
    return found.assignment.policy;
  };
  await usedAttempts('tabular-risk', NORA.email, (await read()).practiceLeftToday);
  const { practiceLeftToday, nextPracticeAt } = await read();
  expect(practiceLeftToday).toBe(0);
  const clock = new Date(nextPracticeAt ?? '').toLocaleTimeString('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
  });
  await page.goto('/assignments/tabular-risk');
  await page.locator('time', { hasText: `${clock} GMT+5:30` }).waitFor();
  await page.getByText(/^0 of \d+ left today$/).waitFor();
  await dropFiles(page, constantProject);
  await page.getByText('practice runs are used. The next one opens').filter({ hasText: clock }).waitFor();
});
