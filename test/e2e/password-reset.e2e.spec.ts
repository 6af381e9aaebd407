import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import PostalMime from 'postal-mime';
import type { Browser, Page } from 'playwright-core';
import { BASE_URL, invited, launch, overflow, watch } from './support/browser.js';

const MAIL = path.join(process.env.E2E_DATA ?? '.holdout', 'mail');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The link in the newest mail to an address, once the catcher has it. */
async function mailedLink(email: string): Promise<string> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const file = readdirSync(MAIL)
      .filter((name) => name.endsWith(`${email}.eml`))
      .toSorted()
      .at(-1);
    const { text } = file ? await PostalMime.parse(readFileSync(path.join(MAIL, file))) : {};
    const link = /http:\/\/\S+\/new-password#\S+/.exec(text ?? '')?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${email} in ${MAIL}.`);
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

it('lets a member who forgot the password choose a new one by the link in a mail, once', async () => {
  const email = `forgetful-${Date.now()}@demo.holdout`;
  await invited(browser, { email, password: 'soon forgotten', name: 'Forgetful Member' });
  const context = await browser.newContext({ baseURL: BASE_URL, viewport: { width: 375, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { level: 1, name: 'Forgot your password?' }).waitFor();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Check your mail.').waitFor();
  await isAccessible(page);

  const link = await mailedLink(email);
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('well remembered');
  await isAccessible(page);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('Your password is changed.').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('well remembered');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');

  await page.goto('/sign-in'); // a fresh page: a change of the hash alone would load nothing
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('and once more');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('This link has been used, or is more than an hour old.').waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});
