import type { Browser, BrowserContext } from 'playwright-core';
import { ask } from './support/ask.js';
import { BASE_URL, enter, launch, watch, type Persona } from './support/browser.js';
import { asOnPhone, faultsOf } from './support/looks.js';
import { weigh } from './support/weight.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What these may fetch before anybody touches them, in KB of gzip. */
const MOST_SCRIPT_KB = 200;
const LIGHT = [/^\/$/, /^\/assignments\/tabular-risk(\/leaderboard)?$/, /^\/runs\/[^/]+(\/score)?$/];

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
      '/stages',
      '/stages/math-and-python/edit',
      '/diagrams',
      '/diagrams/ml-lifecycle/edit',
      '/stages/math-and-python/lessons',
      '/stages/math-and-python/lessons/digits-of-agreement/edit',
      '/assignments/tabular-risk/rubric',
      '/drafts',
      '/assignments/tabular-risk/similarity',
      '/assignments/tabular-risk/rerun',
    ],
  },
  { visitor: 'manager', paths: ['/candidates', '/candidates/compare', '/shortlist'] },
  { visitor: 'operator', paths: ['/', '/fleet', '/fleet/log', '/organizations'] },
  {
    visitor: 'admin',
    paths: [
      '/people',
      '/people/imports',
      '/people/single-sign-on',
      '/organization',
      '/lms',
      '/quotas',
      '/audit',
      '/fleet',
    ],
  },
  {
    visitor: 'nobody',
    paths: [
      '/sign-in',
      '/sign-in/with?problem=STALE',
      '/invitation/none',
      '/lms/refused?reason=OTHER_BROWSER',
    ],
  },
];

/** Pages whose addresses only the data know: a stage, a lesson, a diagram, and the newest scored run. */
async function foundPaths(): Promise<string[]> {
  const context = await enter(browser, 'student');
  const query =
    '{ track { stages { slug lessons { slug } } diagrams { slug } } runs(first: 20) { edges { node { id score { id } } } } }';
  const data = await ask<{
    track: { stages: { slug: string; lessons: { slug: string }[] }[]; diagrams: { slug: string }[] };
    runs: { edges: { node: { id: string; score: { id: string } | null } }[] };
  }>(context, query);
  await context.close();
  const stage = data.track.stages.find(({ lessons }) => lessons.length > 0);
  const scored = data.runs.edges.find(({ node }) => node.score)?.node;
  return [
    ...(stage ? [`/stages/${stage.slug}`, `/stages/${stage.slug}/lessons/${stage.lessons[0]?.slug}`] : []),
    ...data.track.diagrams.slice(0, 1).map(({ slug }) => `/diagrams/${slug}`),
    ...(scored ? [`/runs/${scored.id}`, `/runs/${scored.id}/score`] : []),
  ];
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
      const scriptKb = weigh(page);
      await asOnPhone(page);
      await page.goto(path, { waitUntil: 'load' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const faults = await faultsOf(page);
      expect(faults.map((fault) => `${path}: ${fault}`)).toEqual([]);
      expect(complaints.list).toEqual([]);
      if (LIGHT.some((light) => light.test(path)))
        expect(await scriptKb()).toBeLessThanOrEqual(MOST_SCRIPT_KB);
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

it('lessons that ship show their figures, in the colours of the page', async () => {
  const context = await enter(browser, 'student', { colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto('/stages/classical-baselines/lessons/probabilities-you-can-act-on');
  const figure = page.getByRole('img', { name: /^Share that did not pay/ });
  await figure.scrollIntoViewIfNeeded();
  await figure.evaluate((image: HTMLImageElement) => image.decode());
  const corner = await figure.evaluate((image: HTMLImageElement) => {
    const pen = document.createElement('canvas').getContext('2d');
    pen?.drawImage(image, 0, 0);
    return [...(pen?.getImageData(2, 2, 1, 1).data ?? [])];
  });
  const surface = await figure.evaluate(
    (image) => getComputedStyle(image.closest('figure') as HTMLElement).backgroundColor,
  );
  expect(`rgb(${corner.slice(0, 3).join(', ')})`).toBe(surface);
  await context.close();
});

it('sends each page with a policy of its own: only scripts that carry its nonce run', async () => {
  const nonces = [];
  for (const path of ['/sign-in', '/sign-in', '/verify', '/nowhere']) {
    const answer = await fetch(`${BASE_URL}${path}`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(nonces.length);
});
