import type { Browser, Page } from 'playwright-core';
import { enter, enterAs, invited, launch, newcomer, watch } from './support/browser.js';
import { turnOnSecondFactor } from './support/second-factor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A picture of one dark pixel. */
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

it('leads an operator to a new organization, its administrator, who joins with a second factor, to cohort, colour and logo, and closes it behind both', async () => {
  const head = newcomer('Headmistress');
  await invited(browser, head);
  const name = `Akademie ${Date.now()}`;
  const operator = await (await enter(browser, 'operator')).newPage();
  const complaints = watch(operator);
  await operator.goto('/organizations');
  await operator.getByLabel('Name', { exact: true }).fill(name);
  await operator.getByLabel('Email of its first administrator').fill(head.email);
  await operator.getByRole('button', { name: 'Make the organization' }).click();
  await operator.getByText('A letter with this link').waitFor();
  const link = new URL(await operator.locator('code').innerText());
  await row(operator, name).getByText('No administrator').waitFor();

  const context = await enterAs(browser, head);
  const page = await context.newPage();
  complaints.list.push(...watch(page).list);
  const code = await turnOnSecondFactor(page, head.password);
  await context.clearCookies();
  await page.goto(link.pathname);
  await page.getByRole('button', { name: 'I have an account' }).click();
  await page.getByLabel('Email').fill(head.email);
  await page.getByLabel('Password', { exact: true }).fill(head.password);
  await page.getByRole('button', { name: 'Sign in and join' }).click();
  await page.getByLabel('Code').fill(code());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /accept/i }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  await page.getByRole('link', { name: 'Math and Python' }).waitFor();
  await page.goto('/organization');
  await page.getByText('No cohort yet').waitFor();
  await page.getByRole('button', { name: 'New cohort' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('First year');
  await form.getByLabel('Time zone').fill('Mars/Olympus');
  await form.getByRole('button', { name: 'Make the cohort' }).click();
  await form.getByText('"Mars/Olympus" is not a time zone.').waitFor();
  await form.getByLabel('Time zone').fill('Europe/Vienna');
  await form.getByRole('button', { name: 'Make the cohort' }).click();
  await row(page, 'First year').getByText('Europe/Vienna').waitFor();

  await page.getByLabel('Colour').selectOption('PLUM');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: LOGO });
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await page.getByRole('img', { name: `Logo of ${name}` }).waitFor();
  const accent = () =>
    page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('--accent')`);
  expect(await accent()).toMatch(/#863a78|#dc97cd/);

  await page.getByRole('button', { name: 'Archive First year' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await row(page, 'First year').getByText('Archived').waitFor();

  await operator.goto(`/organizations?search=${encodeURIComponent(name)}`);
  await operator.getByRole('button', { name: `Archive ${name}` }).click();
  await operator.getByRole('dialog').getByText('No run is open.').waitFor();
  await operator.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await row(operator, name).getByText('Archived').waitFor();
  const refused = await page.goto('/organization');
  expect(refused?.status()).toBe(403);
  expect(complaints.list).toEqual([]);
  await Promise.all([context.close(), operator.context().close()]);
});

it('finds a member, changes what they are and tells them with their next page', async () => {
  const someone = newcomer('Promoted');
  await invited(browser, someone);
  const context = await enterAs(browser, someone);
  const page = await context.newPage();
  expect((await page.goto('/cohorts'))?.status()).toBe(403);
  const admin = await (await enter(browser, 'admin')).newPage();
  await admin.goto('/people');
  await admin
    .getByRole('textbox', { name: 'Part of the name, or the whole email address' })
    .fill(someone.email);
  await admin.getByRole('button', { name: 'Find' }).first().click();
  await admin.getByRole('button', { name: `Change the role of ${someone.name}, Student` }).click();
  await admin.getByRole('dialog').getByLabel('New role').selectOption('INSTRUCTOR');
  await admin.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();
  await row(admin, someone.name).getByText('Instructor').waitFor();
  expect((await page.goto('/cohorts'))?.status()).toBe(200);
  await Promise.all([context.close(), admin.context().close()]);
});
