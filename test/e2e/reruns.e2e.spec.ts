import type { Browser } from 'playwright-core';
import { enter, launch, watch } from './support/browser.js';
import { faultsOf } from './support/looks.js';
import { scoredRerun } from './support/rerun-works.js';

let browser: Browser;
/** In an assignment in which no other test hands anything in. */
const openRerun = () => scoredRerun('mlops', [{ email: 'student@demo.holdout', before: 75, after: 62 }]);

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('puts a re-run in force after a look at who moves, and tells the student why', async () => {
  await openRerun();
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/assignments/mlops');
  await page.getByRole('link', { name: 'Run a cohort’s work again' }).click();
  const work = page.getByTestId('rerun-work');
  await work.getByText('No longer passed').waitFor();
  await work.getByText('-13').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Reason').fill('Two batches were labelled wrong.');
  await page.getByRole('button', { name: 'Commit' }).press('Enter');
  await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Commit' }).press('Enter');
  await page.getByText('Committed', { exact: true }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();

  const student = await enter(browser, 'student');
  const told = await student.newPage();
  await told.goto('/notifications');
  await told
    .getByRole('link', { name: /A grader of .* was wrong/ })
    .first()
    .click();
  await told.getByText('Two batches were labelled wrong.').waitFor();
  await told.getByRole('link', { name: 'See the earlier result' }).click();
  await told.getByText(/this result no longer counts/).waitFor();
  await student.close();
});

it('is begun and discarded by an admin, who hears of its runs as they go on', async () => {
  await openRerun();
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/assignments/mlops');
  await page.getByRole('link', { name: 'Run a cohort’s work again' }).click();
  const discard = async () => {
    await page.getByRole('button', { name: 'Discard' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).press('Enter');
    await page.getByText('Nothing of it counts, and no student saw it.').waitFor();
  };
  await discard();
  await page.getByRole('button', { name: /^Run the cohort again/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Run' }).press('Enter');
  await page.getByText('0 of 1 works have ended.').waitFor();
  await discard();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  expect(complaints.list).toEqual([]);
  await context.close();
});
