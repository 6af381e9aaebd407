import type { Browser } from 'playwright-core';
import { enter, launch, watch } from './support/browser.js';
import { faultsOf } from './support/looks.js';
import { scoredRerun } from './support/rerun-works.js';

let browser: Browser;
beforeAll(async () => {
  // An assignment in which no other test hands anything in.
  [browser] = await Promise.all([
    launch(),
    scoredRerun('mlops', [{ email: 'student@demo.holdout', before: 75, after: 62 }]),
  ]);
});
afterAll(() => browser.close());

it('puts a re-run in force after a look at who moves, and tells the student why', async () => {
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
  await told.getByText(/this result does not count any more/).waitFor();
  await student.close();
});
