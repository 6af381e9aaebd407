import type { Browser } from 'playwright-core';
import { BASE_URL, enter, launch, watch } from './support/browser.js';
import { faultsOf } from './support/looks.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('is begun, shown to whoever has a link, and gone at once when the link is revoked', async () => {
  const context = await enter(browser, 'student');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/portfolio');
  await page.getByRole('button', { name: 'Begin a portfolio' }).click();
  await page.getByLabel('Headline').fill('Models that say how sure they are');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();

  await page.getByLabel('For whom').fill('Northwind');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByTestId('share-address').innerText();
  const outside = await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce' });
  const visitor = await outside.newPage();
  await visitor.goto(new URL(address).pathname);
  await visitor.getByText('Models that say how sure they are').waitFor();

  await page.reload();
  await page
    .getByRole('row', { name: /Northwind/ })
    .getByText('Once')
    .waitFor();
  await page.getByRole('button', { name: 'Revoke the link for Northwind' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByTestId('share-link').and(page.locator('[data-state="REVOKED"]')).waitFor();
  await visitor.reload();
  await visitor.getByText('404').waitFor();

  await page.getByLabel('Headline').fill('Not saved yet');
  const away = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Settings' });
  const asked: string[] = [];
  page.once('dialog', (question) => {
    asked.push(question.message());
    void question.dismiss();
  });
  await away.click();
  expect(asked).toEqual(['There are changes that are not saved. Leave the page without them?']);
  expect(await page.getByLabel('Headline').inputValue()).toBe('Not saved yet');
  page.once('dialog', (question) => void question.accept());
  await away.click();
  await page.waitForURL('**/settings');
  expect(complaints.list).toEqual([]);
  await outside.close();
  await context.close();
});

it('can be read by everyone: before it is shown, in public, and at the door that asks for a passcode', async () => {
  const context = await enter(browser, 'student');
  const page = await context.newPage();
  await page.goto('/portfolio');
  await page.getByRole('switch', { name: 'Public at its link' }).click();
  const place = await page.getByRole('link', { name: 'Open the public page' }).getAttribute('href');
  await page.getByLabel('For whom').fill('Contoso');
  await page.getByLabel('Passcode').fill('marigold-7');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByTestId('share-address').innerText();
  await page.goto('/portfolio/preview');
  await page.getByText('This is a preview').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await context.close();

  const outside = await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce' });
  const visitor = await outside.newPage();
  await visitor.goto(place ?? '');
  await visitor.getByText('Models that say how sure they are').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.goto(new URL(address).pathname);
  await visitor.getByLabel('Passcode').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.getByLabel('Passcode').fill('marigold-7');
  await visitor.getByRole('button', { name: 'Open' }).click();
  await visitor.getByText('Models that say how sure they are').waitFor();
  await outside.close();
});

it('is looked for by hiring managers, who start there', async () => {
  const context = await enter(browser, 'manager');
  const page = await context.newPage();
  await page.goto('/');
  await page.waitForURL('**/candidates');
  await page.getByRole('textbox', { name: 'Place' }).fill('nowhere at all');
  await page.getByLabel('Points, at least').fill('101');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL(/location=nowhere/);
  await page.getByText('Nobody found').waitFor();
  await context.close();
});
