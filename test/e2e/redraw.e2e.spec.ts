import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { untilTrue } from '../support/until-true.js';
import { enter, launch, overflow, watch, type Complaints } from './support/browser.js';

const DESK = '/assignments/redraw-error-analysis-loop/redraw';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WAY = [
  'Collect errors',
  'Group by segment',
  'Read examples',
  'State a theory',
  'Change one thing',
  'Measure again',
];
const ARROWS: [string, string][] = [
  ...WAY.slice(1).map((to, index): [string, string] => [WAY[index] ?? '', to]),
  ['Measure again', 'Collect errors'],
  ['Measure again', 'State a theory'],
];

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await enter(browser, 'student', { viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  complaints = watch(page);
});
afterEach(() => context.close());

/** Press Tab until it has the focus, as somebody without a mouse does. */
async function tabTo(goal: Locator): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No amount of tabbing reaches ${goal.toString()}.`);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const isSaved = () => page.locator('[data-testid="saving"][data-state="saved"]').waitFor();
const placed = (count: number) => page.getByText(`Labels: ${count} of 9 placed`).waitFor();

/** The desk with nothing on it, whatever was left there. */
async function openEmpty(): Promise<void> {
  await page.goto(DESK, { waitUntil: 'networkidle' });
  const reset = button('Reset');
  if (await reset.isEnabled()) {
    await reset.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take everything away' }).click();
    await placed(0);
    await isSaved(); // it is kept a moment after the last change
  }
  await placed(0);
}

async function complaintsOfAxe(): Promise<string[]> {
  // Next.js sends the title of a page that was gone to by a link after what it shows.
  await page.waitForFunction(() => document.title !== '');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

it('is redrawn by keyboard alone, in the list, and graded', async () => {
  await openEmpty();
  await page.reload({ waitUntil: 'networkidle' });
  await tabTo(page.getByRole('radio', { name: 'Canvas' }));
  await page.keyboard.press('ArrowRight');
  const [from, to] = [
    page.getByRole('combobox', { name: 'From' }),
    page.getByRole('combobox', { name: 'To', exact: true }),
  ];
  for (const [start, end] of ARROWS) {
    for (const [box, text] of [
      [from, start],
      [to, end],
    ] as const) {
      await tabTo(box);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await tabTo(button('Add the arrow'));
    await page.keyboard.press('Enter');
    await page
      .getByRole('listitem')
      .filter({ hasText: `${start} → ${end}` })
      .waitFor();
  }
  await placed(6);
  expect(await complaintsOfAxe()).toEqual([]);
  await isSaved();
  await tabTo(page.getByRole('checkbox', { name: /this is my own work/ }));
  await page.keyboard.press('Space');
  await tabTo(page.getByTestId('submit-drawing'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByTestId('score-summary').waitFor({ timeout: 60_000 });
  const score = page.getByRole('link', { name: 'Read the score' });
  await tabTo(score);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/score$/);
  await page.getByTestId('marked-drawing').waitFor();
  expect(await page.getByTestId('score-headline').textContent()).toContain('100');
  expect(await complaintsOfAxe()).toEqual([]);
  expect(complaints.list).toEqual([]);
});

it('is redrawn by mouse, on the canvas', async () => {
  await openEmpty();
  const canvas = page.getByTestId('canvas');
  await button('Collect errors').click();
  await button('Group by segment').dragTo(canvas, { targetPosition: { x: 600, y: 300 } });
  await placed(2);
  const draw = async (start: string, end: string) => {
    await page.getByTestId(`dot-${start}`).hover();
    await page.mouse.down();
    await page.getByTestId(`node-${end}`).hover({ force: true });
    await page.mouse.up();
  };
  await draw('errors', 'segments');
  const arrow = page.getByLabel('Collect errors → Group by segment');
  await arrow.waitFor({ state: 'attached' });
  const node = page.getByTestId('node-segments');
  const before = await node.boundingBox();
  await node.hover();
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 40, (before?.y ?? 0) - 60, { steps: 5 });
  await page.mouse.up();
  expect((await node.boundingBox())?.y).toBeLessThan((before?.y ?? 0) - 20);
  await isSaved();

  await page.reload({ waitUntil: 'networkidle' });
  await arrow.waitFor({ state: 'attached' });
  await page.getByTestId('node-segments').click();
  await page.keyboard.press('Delete');
  await placed(1);
  await arrow.waitFor({ state: 'detached' });
  await button('Undo').click();
  await arrow.waitFor({ state: 'attached' });
  await button('Redo').click();
  await placed(1);
  expect(await complaintsOfAxe()).toEqual([]);
  expect(complaints.list).toEqual([]);
});

it('loses no stroke to a reload before it was saved, even where nothing of it arrived', async () => {
  await openEmpty();
  // Until the page is read again, nothing that it sends arrives.
  await page.evaluate(() => Object.assign(window, { fetch: () => new Promise(() => undefined) }));
  await button('Collect errors').click();
  await page.reload({ waitUntil: 'networkidle' });
  await placed(1);
  await isSaved();
});

it('loses no stroke to leaving before it was saved: another tab has it', async () => {
  await openEmpty();
  await button('Collect errors').click();
  await page.goto('about:blank');
  const other = await context.newPage();
  await untilTrue(
    async () => {
      await other.goto(DESK, { waitUntil: 'networkidle' });
      return other.getByText('Labels: 1 of 9 placed').isVisible();
    },
    20_000,
    () => 'What was drawn is nowhere.',
  );
});

it('asks before it takes everything away, and can bring it back', async () => {
  await openEmpty();
  await button('Collect errors').click();
  await button('Reset').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await placed(1);
  await button('Reset').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take everything away' }).click();
  await placed(0);
  await button('Undo').click();
  await placed(1);
});

it('begins at the picture, whose parts answer to the keyboard', async () => {
  await page.goto('/diagrams/error-analysis-loop', { waitUntil: 'networkidle' });
  await tabTo(button('State a theory'));
  await page.keyboard.press('Enter');
  await page.getByText('One sentence that could turn out false.').first().waitFor();
  await page.getByText('Measure again: the theory was wrong').waitFor();
  await page.getByRole('link', { name: 'Redraw it' }).click();
  await page.waitForURL(`**${DESK}`);
});

it.each(['ml-lifecycle', 'error-analysis-loop', 'bias-variance-compass', 'serving-loop'])(
  'tells the picture %s without a mouse: each part by its key, and all of it in words',
  async (slug) => {
    await page.goto(`/diagrams/${slug}`, { waitUntil: 'networkidle' });
    const parts = page.getByRole('region', { name: /^The picture/ }).getByRole('button');
    const words = page.locator('section', {
      has: page.getByRole('heading', { name: 'Its parts, in words' }),
    });
    const names = await parts.allInnerTexts();
    expect(names.length).toBeGreaterThan(4);
    expect((await words.getByRole('heading', { level: 3 }).allInnerTexts()).sort()).toEqual(names.toSorted());
    await tabTo(parts.first());
    for (const name of names) {
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      await page.keyboard.press('Enter');
      const told = page.locator('[aria-live="polite"]', {
        has: page.getByRole('heading', { name, exact: true }),
      });
      await told
        .getByRole('heading', { name: /^(Comes from|Leads to)$/ })
        .first()
        .waitFor();
      for (const other of await told.getByRole('listitem').allInnerTexts())
        expect(names).toContain(other.split(': ')[0]);
      await page.keyboard.press('Tab');
    }
    expect(await words.getByText(/^Leads to /).count()).toBeGreaterThan(3);
  },
);

it('shows the key nowhere before a drawing is graded', async () => {
  await openEmpty();
  await isSaved();
  const bodies: string[] = [];
  page.on('response', (response) => {
    // Programs know what a key is; what is sent must not hold one.
    if (/javascript|css|font/.test(response.headers()['content-type'] ?? '')) return;
    void response.text().then(
      (text) => bodies.push(text),
      () => undefined,
    );
  });
  await page.goto('/assignments/redraw-error-analysis-loop', { waitUntil: 'networkidle' });
  await page.goto(DESK, { waitUntil: 'networkidle' });
  expect(bodies.some((body) => body.includes('Group by segment'))).toBe(true);
  expect(bodies.some((body) => /tolerated|diagram-key|from[\\"]+:[\\"]+errors/.test(body))).toBe(false);
});

it.each([375, 768])('fits %i px', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  for (const path of [DESK, '/diagrams/bias-variance-compass', '/assignments/redraw-error-analysis-loop']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect([path, await overflow(page)]).toEqual([path, 0]);
  }
});
