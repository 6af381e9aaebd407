import type { Page } from 'playwright-core';
import { totpOf } from '../../support/totp.js';

/** Turns on the second factor of whoever is signed in, in their settings. Answers what their app shows from now on. */
export async function turnOnSecondFactor(page: Page, password: string): Promise<() => string> {
  await page.goto('/settings');
  const factor = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) });
  await factor.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  const secret = await factor.locator('code').innerText();
  const code = () => totpOf(`otpauth://totp/?secret=${secret}`);
  await factor.getByLabel('Code of the app').fill(code());
  await factor.getByRole('button', { name: 'Turn it on with this code' }).click();
  await factor.getByText('It is on').waitFor();
  return code;
}
