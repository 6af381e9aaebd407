import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { enter, invited, launch, newcomer, watch } from './support/browser.js';
import { gradedWorks } from './support/graded-works.js';
import { faultsOf } from './support/looks.js';

// An assignment in which no other test hands anything in.
const SLUG = 'nested-cross-validation';
const TITLE = 'Honest nested cross-validation';
const [WELL, STUCK] = [newcomer('Vera'), newcomer('Otto')];

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  for (const each of [WELL, STUCK]) await invited(browser, each);
  await gradedWorks(SLUG, [
    { email: WELL.email, points: 91 },
    // As often as a student may certify.
    ...Array.from({ length: 5 }, () => ({ email: STUCK.email, points: 41 })),
  ]);
});
afterAll(() => browser.close());

it('shows an instructor how a cohort stands and who may need them, and hands over every attempt', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/cohorts/autumn');
  await page.getByRole('link', { name: 'Analytics' }).click();
  await page.getByRole('heading', { name: 'Students who may need you' }).waitFor();
  const stuck = page.getByRole('row', { name: STUCK.name }).first();
  await stuck.getByText(`No certification left for ${TITLE}, and none passed`).waitFor();
  const row = page.getByRole('group', { name: 'Assignments' }).getByRole('row', { name: TITLE });
  await row.waitFor();
  const [tried, certified, , points] = await row.getByRole('cell').allInnerTexts();
  // Two more each time that this runs.
  expect(Number(certified)).toBeGreaterThan(0);
  expect(tried).toBe(certified);
  expect(points).toMatch(/^66 \(/);

  const csv = await file(page, 'Attempts as CSV');
  const lines = csv.toString().split('\n');
  expect(lines.filter((line) => line.includes(STUCK.name))).toHaveLength(5);
  expect(lines.find((line) => line.includes(WELL.name))).toContain('91');
  const parquet = await file(page, 'as Parquet');
  expect(parquet.subarray(0, 4).toString()).toBe('PAR1');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('leads a teaching assistant to work to grade, and to nothing that plans a cohort', async () => {
  const context = await enter(browser, 'ta');
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Grading' }).click();
  await page.getByRole('heading', { level: 1, name: 'Grading' }).waitFor();
  for (const path of [
    '/cohorts/autumn',
    '/cohorts/autumn/analytics',
    '/people',
    `/assignments/${SLUG}/rerun`,
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { name: 'This is not yours to see' }).waitFor();
  }
  expect((await context.request.get('/files/cohorts/autumn/attempts.csv')).status()).toBe(403);
  await context.close();
});

async function file(page: Page, name: string): Promise<Buffer> {
  const saving: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFile(await (await saving).path());
}
