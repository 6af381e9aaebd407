import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { overflow } from './browser.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
type Rules = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>;
/** A theme changes colours and nothing else: the rules of WCAG 2.2 AA that look at them. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const DESKTOP = { width: 1440, height: 900 };
const [TABLET, PHONE] = [768, 375];

/** As a page is to be loaded that is looked at next: a phone is where what is decided at load would go wrong. */
export async function asOnPhone(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ ...DESKTOP, width: PHONE });
}

async function asOnDesktop(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP);
}

/**
 * The page that is open, at each width and in both themes: by how much it is too wide, and what breaks a rule of WCAG 2.2 AA. It is
 * left on a desktop.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await widthFaultsOf(page, PHONE)), ...(await widthFaultsOf(page, TABLET))];
  await asOnDesktop(page);
  faults.push(
    ...(await violationsOf(page, 'light', { type: 'tag', values: RULES })),
    ...(await violationsOf(page, 'dark', { type: 'rule', values: RULES_OF_COLOUR })),
  );
  await asOnDesktop(page);
  return faults;
}

/** What axe finds, one line for each rule that is broken. */
async function violationsOf(page: Page, colorScheme: 'light' | 'dark', rules: Rules): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await isSettled(page);
  if (page.frames().length > 1)
    throw new Error(`${page.url()} has frames, into which legacy mode does not look.`);
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: rules, resultTypes: ['violations'] })
    .setLegacyMode() // Without it a blank page is opened for each analysis, to gather what was found in frames.
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

async function widthFaultsOf(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ ...DESKTOP, width });
  await isSettled(page);
  const pixels = await overflow(page);
  return pixels > 0 ? [`${pixels} px wider than ${width} px`] : [];
}

/**
 * Colours are judged as they come to rest: a button that has just become live still fades from grey. A transition, which begins with
 * the frame after a change, is brought to its end, not waited for: one that a change of width began in a part that is not drawn may
 * never come there by itself.
 */
async function isSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[data-testid="drop-area"][aria-busy="true"]') === null,
  );
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
}
