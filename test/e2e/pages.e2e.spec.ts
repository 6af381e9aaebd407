import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BASE_URL, enter, launch, overflow, watch, type Persona } from './support/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Each page is tried as one who has something to see there. */
const PAGES: readonly { readonly visitor: Persona | 'nobody'; readonly paths: readonly string[] }[] = [
  {
    visitor: 'student',
    paths: [
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
      '/portfolio',
      '/verify',
      '/settings',
      '/notifications',
      '/announcements',
      '/forgotten-password',
      '/new-password',
      '/account-deleted',
      '/nowhere',
    ],
  },
  {
    visitor: 'instructor',
    paths: [
      '/cohorts',
      '/cohorts/autumn',
      '/cohorts/autumn/grades',
      '/cohorts/autumn/analytics',
      '/cohorts/autumn/announcements',
      '/assignments/tabular-risk/rubric',
    ],
  },
  { visitor: 'admin', paths: ['/people', '/quotas', '/audit', '/fleet'] },
  { visitor: 'nobody', paths: ['/sign-in', '/invitation/none'] },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What another theme can change: the rest of a page is the same. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const DESKTOP = { width: 1440, height: 900 };
const NARROW = [768, 375];

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

/** What axe finds, one line for each rule that is broken. */
async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** A page is loaded once, then looked at in both themes and at each width. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP);
  await page.goto(path, { waitUntil: 'load' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isSettled(page);
  const light = await violationsOf(new AxeBuilder({ page }).withTags(RULES));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await isSettled(page);
  const dark = await violationsOf(new AxeBuilder({ page }).withRules(RULES_OF_COLOUR));
  const wide: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: DESKTOP.height });
    await isSettled(page);
    const pixels = await overflow(page);
    if (pixels > 0) wide.push(`${pixels} px wider than ${width} px`);
  }
  return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`), ...wide].map(
    (fault) => `${path}: ${fault}`,
  );
}

describe.each(PAGES)(
  'a page of $visitor passes WCAG 2.2 AA in both themes and fits a phone',
  ({ visitor, paths }) => {
    let context: BrowserContext;
    beforeAll(async () => {
      context =
        visitor === 'nobody'
          ? await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce' })
          : await enter(browser, visitor);
    });
    afterAll(() => context.close());

    const holds = async (path: string): Promise<void> => {
      const page = await context.newPage();
      const complaints = watch(page);
      expect(await faultsOf(page, path)).toEqual([]);
      expect(complaints.list).toEqual([]);
      await page.close();
    };
    it.each(paths)('%s', holds);

    if (visitor === 'student')
      it('those whose addresses only the data know', async () => {
        const found = await foundPaths();
        expect(found.length).toBeGreaterThan(2);
        for (const path of found) await holds(path);
      });
  },
);
