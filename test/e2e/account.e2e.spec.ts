import type { Browser } from 'playwright-core';
import { BASE_URL, invited, launch, watch } from './support/browser.js';
import { turnOnSecondFactor } from './support/second-factor.js';

const PASSWORD = 'soon to be gone';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('lets a member add a passkey and a second factor, sign in with each, take all data along and delete the account', async () => {
  const email = `leaving-${Date.now()}@demo.holdout`;
  await invited(browser, { email, password: PASSWORD, name: 'Leaving Member' });
  const context = await browser.newContext({ baseURL: BASE_URL, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = watch(page);
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');

  await page.goto('/settings');
  const passkeys = page.locator('section', { has: page.getByRole('heading', { name: 'Passkeys' }) });
  await passkeys.getByLabel('Name').fill('my laptop');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await passkeys.getByRole('rowheader', { name: 'my laptop' }).waitFor();
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');

  const code = await turnOnSecondFactor(page, PASSWORD);
  const factor = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) });
  expect(await factor.getByRole('listitem').count()).toBe(10);
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This is not the code that is due').waitFor();
  complaints.list.length = 0; // the browser names each refused request
  await page.getByLabel('Code').fill(code());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');

  await page.goto('/settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^holdout-data-.*\.zip$/);
  await page.getByRole('button', { name: 'Delete my account…' }).click();
  const question = page.getByRole('dialog');
  await question.getByLabel('Your password').fill('not this one');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await question.getByText('This is not your password.').waitFor();
  await question.getByLabel('Your password').fill(PASSWORD);
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  await page.goto('/settings');
  await page.waitForURL(({ pathname }) => pathname === '/sign-in');
  expect(complaints.list).toEqual([]);
  await context.close();
});
