import type { Browser } from 'playwright-core';
import { BASE_URL, enter, launch, PASSWORD, watch, type Persona } from './support/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ADMIN = ['Roadmap', 'Assignments', 'People', 'Organization', 'LMS', 'Quotas', 'Audit log', 'Fleet'];
const PLACES: Record<Persona, string[]> = {
  student: ['Roadmap', 'Lessons', 'Assignments', 'Attempts', 'Credentials', 'Portfolio', 'Settings'],
  ta: ['Roadmap', 'Lessons', 'Assignments', 'Attempts', 'Grading', 'Settings'],
  instructor: ['Roadmap', 'Lessons', 'Assignments', 'Attempts', 'Grading', 'Cohorts', 'Settings'],
  manager: ['Candidates', 'Shortlist', 'Settings'],
  admin: [...ADMIN, 'Settings'],
  operator: [...ADMIN, 'Organizations', 'Settings'],
};

it.each(Object.entries(PLACES))('%s sees the places of the role', async (persona, places) => {
  const context = await enter(browser, persona as Persona);
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/');
  const rail = page.getByRole('navigation', { name: 'Places' });
  expect(await rail.getByRole('link').allInnerTexts()).toEqual(places);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('says what is wrong with a sign-in, then signs in and returns to the page asked for', async () => {
  const context = await browser.newContext({ baseURL: BASE_URL });
  const page = await context.newPage();
  await page.goto('/assignments/tabular-risk');
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel('Email').fill('student@demo.holdout');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Email and password do not match an account.').waitFor();

  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/assignments/tabular-risk');
  await page.getByRole('heading', { level: 1, name: 'Tabular risk model' }).waitFor();
  await context.close();
});

it('keeps an organization and a role to itself', async () => {
  const context = await enter(browser, 'student');
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByRole('heading', { name: 'This is not yours to see' }).waitFor();
  await page.goto('/runs/00000000-0000-4000-8000-000000000000');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await context.close();
});

it('leads an operator, whatever their roles, to the fleet, and to the queues and back', async () => {
  const context = await enter(browser, 'operator');
  const page = await context.newPage();
  await page.goto('/');
  const place = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Fleet' });
  await place.click();
  await page.getByRole('heading', { level: 1, name: 'Fleet' }).waitFor();
  expect(await place.getAttribute('aria-current')).toBe('page');

  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  // What the page that is left had not fetched yet is no loss.
  page.on('requestfailed', (request) => {
    const problem = request.failure()?.errorText;
    if (problem !== 'net::ERR_ABORTED') refused.push(`${request.url()}: ${problem}`);
  });
  await page.getByRole('link', { name: 'Jobs in the queues' }).click();
  await page.getByRole('link', { name: 'grading' }).first().waitFor();
  expect(refused).toEqual([]);
  // The first stop of whoever uses the keyboard.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fleet' }).waitFor();
  await context.close();
});

it('asks nothing of staff on the roadmap, and leads them to their own work', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  await page.goto('/');
  const work = page.getByRole('region', { name: 'Your work' });
  expect(await work.getByRole('link').allInnerTexts()).toEqual([
    'Grade',
    'Look after cohorts',
    'Bring a new assignment',
  ]);
  for (const said of ['Not tried yet', 'no evidence yet', 'Comes later'])
    expect(await page.getByText(said).count()).toBe(0);
  await context.close();
});

it('leads back to where a list was left, however long the next page took', async () => {
  const context = await enter(browser, 'student', { viewport: { width: 1200, height: 700 } });
  const page = await context.newPage();
  await page.goto('/assignments', { waitUntil: 'networkidle' });
  await page.route('**/assignments/*_rsc=*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  const link = page.locator('main h3 a').last();
  await link.scrollIntoViewIfNeeded();
  const read = () => page.evaluate(() => scrollY);
  const left = await read();
  expect(left).toBeGreaterThan(500);
  await link.click();
  await page.getByRole('status', { name: 'Loading the page' }).waitFor();
  await page.waitForURL('**/assignments/*');
  await page.goBack();
  await link.waitFor();
  expect(await read()).toBe(left);
  await context.close();
});

it('shows an admin the members, and asks before one is removed', async () => {
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByRole('row', { name: /Ada Novak.*You/ }).waitFor();
  await page
    .getByRole('button', { name: /^Remove .*, Hiring manager$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Runs and scores are kept/).waitFor();
  await dialog.getByRole('button', { name: 'Keep the member' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await context.close();
});

it('lets an admin make an invitation and take it back', async () => {
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByLabel('Email', { exact: true }).fill(`new-${Date.now()}@demo.holdout`);
  const make = page.getByRole('button', { name: 'Make an invitation' });
  await make.focus();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await make.click();
  await page.getByText('The server was not reached. Check your connection, then try again.').waitFor();
  await context.setOffline(false);
  await make.click();
  await page
    .getByText('A letter with this link waits to be sent. You can copy it too; it is not shown again.')
    .waitFor();
  await page.getByRole('button', { name: 'Revoke' }).first().click();
  await page.getByText('Revoked').first().waitFor();
  await context.close();
});

it('lets an admin look as a student, who changes nothing meanwhile, is told, and is left with one press', async () => {
  const context = await enter(browser, 'admin');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/people', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'View as Sam Okafor' }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('A page that Sam wrote to us about.');
  await page.getByRole('dialog').getByRole('button', { name: 'View', exact: true }).click();
  const banner = page.getByRole('region', { name: 'You are viewing as somebody else' });
  await banner.getByText('You are viewing as Sam Okafor').waitFor();
  const rail = page.getByRole('navigation', { name: 'Places' });
  expect(await rail.getByRole('link').allInnerTexts()).toEqual(PLACES.student);
  await page.goto('/people');
  await page.getByRole('heading', { name: 'This is not yours to see' }).waitFor();
  await banner.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  expect(await banner.count()).toBe(0);
  expect(complaints.list).toEqual([]);
  await context.close();

  const student = await enter(browser, 'student');
  const told = await student.newPage();
  await told.goto('/settings#impersonations');
  await told
    .getByRole('row', { name: /Ada Novak.*A page that Sam wrote to us about\./ })
    .first()
    .waitFor();
  await student.close();
});
