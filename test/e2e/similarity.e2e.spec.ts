import type { Browser } from 'playwright-core';
import { enter, invited, launch, watch } from './support/browser.js';
import { certifiedCode } from './support/compared-works.js';
import { faultsOf } from './support/looks.js';

const SLUG = 'redraw-ml-lifecycle';
const FIT = `def fit(rows, rate):
    weights = [0.0 for _ in rows[0]]
    for step in range(200):
        for *x, y in rows:
            guess = sum(w * v for w, v in zip(weights, x))
            weights = [w - rate * (guess - y) * v for w, v in zip(weights, x)]
        if step % 50 == 0:
            print(step, sum(abs(w) for w in weights))
    return weights
`;
const names = ['Mika', 'Rosa'].map((name) => `${name} ${Date.now().toString(36)}`);
const emailOf = (name: string) => `${name.toLowerCase().replace(' ', '-')}@demo.holdout`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  for (const name of names)
    await invited(browser, { name, email: emailOf(name), password: 'compared with others' });
  const [own, copy] = names.map(emailOf);
  await certifiedCode(SLUG, [
    { email: own ?? '', files: { 'train.py': `${'\n'.repeat(60)}${FIT}` } },
    // The same under other names, far below.
    {
      email: copy ?? '',
      files: {
        'model.py': `${'\n'.repeat(90)}${FIT.replaceAll('weights', 'beta').replaceAll('guess', 'yhat')}`,
      },
    },
  ]);
}, 60_000);
afterAll(() => browser.close());

it('leads from a comparison to two works side by side, with what they have in common in view', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto(`/assignments/${SLUG}/similarity?cohort=autumn`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Compare/ }).click();
  const both = new RegExp(`^(${names.join('|')}) and (${names.join('|')}) side by side$`);
  await page.getByRole('link', { name: both }).click();
  await page.waitForURL(/\/similarity\/[0-9a-f-]{36}$/);
  const match = page.getByRole('list', { name: 'Matches' }).getByRole('button').first();
  await match.click();
  await page.locator('[aria-pressed="true"]').waitFor();
  for (const name of names) {
    const code = page.getByRole('region', { name: `Code of ${name}` });
    const chosen = code.locator('[data-chosen="true"]');
    expect((await chosen.locator('code').allInnerTexts()).join('\n')).toContain('zip(');
    const [frame, line] = [await code.boundingBox(), await chosen.first().boundingBox()];
    expect(line?.y).toBeGreaterThanOrEqual(frame?.y ?? Infinity);
    expect(line?.y).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
  }
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);
  await context.close();
});
