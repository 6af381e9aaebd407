import type { Browser } from 'playwright-core';
import { BASE_URL, enter, launch, PASSWORD, watch } from './support/browser.js';
import { AxeBuilder } from '@axe-core/playwright';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const STAMP = Date.now();
const roster = (rows: string[]) => ({
  name: `wrong-${STAMP}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(['email,role,cohort', ...rows].join('\n')),
});

it('lets an admin undo an import as a whole, with the keyboard, once it is seen what that does', async () => {
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/people', { waitUntil: 'networkidle' });
  await page
    .locator('input[type=file]')
    .setInputFiles(roster([`one-${STAMP}@demo.holdout,,autumn`, `two-${STAMP}@demo.holdout,instructor,`]));
  await page.getByRole('button', { name: 'Try, without changing anything' }).click();
  await page.getByRole('button', { name: 'Import 2 people' }).click();
  await page.getByText('2 letters are on the way.').waitFor();
  await page.getByRole('link', { name: 'See what undoing this import would do' }).click();
  await page.getByRole('heading', { level: 1, name: `wrong-${STAMP}.csv` }).waitFor();
  await page.getByText('Undoing it would change 2 rows.').waitFor();
  await page
    .getByRole('row', { name: `one-${STAMP}@demo.holdout` })
    .getByText('Invitation is withdrawn')
    .waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Undo this import' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Undo 2 rows' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Why').fill('Last year’s file.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('It was undone: 2 rows were taken back, none stayed.').waitFor();
  await page.getByText('Last year’s file.').waitFor();
  await page.goto('/people/imports');
  await page.getByRole('row', { name: new RegExp(`wrong-${STAMP}\\.csv.*Undone`) }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('says what became of the letter of an invitation, and sends it again by another link, by which somebody new joins', async () => {
  const context = await enter(browser, 'admin', { viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  const email = `letter-${STAMP}@demo.holdout`;
  await page.goto('/people', { waitUntil: 'networkidle' });
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const link = page.locator('code', { hasText: '/invitation/' });
  const first = await link.innerText();
  await page.goto(`/people?email=${encodeURIComponent(email)}`, { waitUntil: 'networkidle' });
  await page
    .getByText('Sent', { exact: true })
    .waitFor({ timeout: 5_000 })
    .catch(() => page.reload());
  await page.getByText('Sent', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Send the invitation as Student/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  const second = await link.innerText();
  expect(second).not.toBe(first);
  await context.close();

  const guest = await browser.newContext({ baseURL: BASE_URL });
  const door = await guest.newPage();
  await door.goto(new URL(second).pathname, { waitUntil: 'networkidle' });
  await door.getByLabel('Name').fill('Somebody New');
  await door.getByLabel('Email').fill(email);
  await door.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await door.getByRole('button', { name: 'Make an account and join' }).click();
  await door.waitForURL(({ pathname }) => pathname === '/');
  await door.getByRole('link', { name: 'Math and Python' }).waitFor();
  await guest.close();
});

it('tells an admin who invites a member what they are, and puts them into a cohort instead, with the keyboard', async () => {
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/people', { waitUntil: 'networkidle' });
  await page.getByLabel('Email', { exact: true }).fill('student@demo.holdout');
  await page.keyboard.press('Enter');
  await page.getByText('student@demo.holdout is already a member (student).').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: /^Put them into / }).press('Enter');
  await page.getByText(/^student@demo\.holdout is in /).waitFor();
  await page.getByRole('link', { name: 'Show them in the list of members' }).press('Enter');
  await page.waitForURL('**/people?search=student%40demo.holdout#members');
  await page.getByRole('row', { name: /^Sam Okafor/ }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});
