import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { BASE_URL, enter, launch, overflow, watch } from './support/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const PATHS = [
  '/',
  '/lessons',
  '/lessons?q=leak',
  '/assignments',
  '/assignments/tabular-risk',
  '/assignments/tabular-risk/leaderboard',
  '/assignments/redraw-ml-lifecycle',
  '/assignments/redraw-ml-lifecycle/redraw',
  '/attempts',
  '/credentials',
  '/verify',
  '/settings',
  '/notifications',
  '/forgotten-password',
  '/new-password',
  '/account-deleted',
  '/nowhere',
];
/** Pages of an organization's admins. */
const ADMIN_PATHS = ['/people', '/audit'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Pages whose addresses only the data know: a stage, a lesson, a diagram, and the newest scored run. */
async function foundPaths(): Promise<string[]> {
  const context = await enter(browser, 'student');
  const query =
    '{ track { stages { slug lessons { slug } } diagrams { slug } } runs(first: 20) { edges { node { id score { id } } } } }';
  const response = await context.request.post('/graphql', {
    data: { query },
    headers: { 'x-holdout-csrf': '1', origin: BASE_URL },
  });
  const { data } = (await response.json()) as {
    data: {
      track: { stages: { slug: string; lessons: { slug: string }[] }[]; diagrams: { slug: string }[] };
      runs: { edges: { node: { id: string; score: { id: string } | null } }[] };
    };
  };
  await context.close();
  const stage = data.track.stages.find(({ lessons }) => lessons.length > 0);
  const scored = data.runs.edges.find(({ node }) => node.score)?.node;
  return [
    ...(stage ? [`/stages/${stage.slug}`, `/stages/${stage.slug}/lessons/${stage.lessons[0]?.slug}`] : []),
    ...data.track.diagrams.slice(0, 1).map(({ slug }) => `/diagrams/${slug}`),
    ...(scored ? [`/runs/${scored.id}`, `/runs/${scored.id}/score`] : []),
  ];
}

/** Colours are judged as they come to rest: a button that has just become live still fades from grey. */
async function isSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[data-testid="drop-area"][aria-busy="true"]') === null,
  );
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map((transition) => transition.finished.catch(() => undefined)),
    ),
  );
}

/** All pages that a persona is tried on. */
const pathsOf = async (persona: 'student' | 'admin') =>
  persona === 'admin' ? ADMIN_PATHS : [...PATHS, ...(await foundPaths())];

it.each([
  ['student', 'light'],
  ['student', 'dark'],
  ['admin', 'light'],
  ['admin', 'dark'],
] as const)('passes WCAG 2.2 AA on every page of the %s in the %s theme', async (persona, colorScheme) => {
  const context = await enter(browser, persona, { colorScheme, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints = watch(page);
  const found: string[] = [];
  for (const path of await pathsOf(persona)) {
    await page.goto(path, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isSettled(page);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    );
  }
  expect(found).toEqual([]);
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('passes WCAG 2.2 AA on the pages outside', async () => {
  const context = await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of ['/sign-in', '/invitation/none']) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(
      violations.map(
        ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
  }
  await context.close();
});

it.each([
  ['student', 375],
  ['student', 768],
  ['admin', 375],
] as const)('never scrolls sideways as %s at %i px', async (persona, width) => {
  const context = await enter(browser, persona, { viewport: { width, height: 800 } });
  const page = await context.newPage();
  const wide: string[] = [];
  for (const path of await pathsOf(persona)) {
    await page.goto(path, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const pixels = await overflow(page);
    if (pixels > 0) wide.push(`${path}: ${pixels} px`);
  }
  expect(wide).toEqual([]);
  await context.close();
});
