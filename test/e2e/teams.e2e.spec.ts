import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, enterAs, invited, launch, PASSWORD } from './support/browser.js';

const PLACE = '/assignments/leak-hunt';
const MATE = { email: `mate-${Date.now()}@demo.holdout`, password: PASSWORD, name: 'Wanda Weiss' };
const TEAM = `Four eyes ${Date.now() % 100_000}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('is formed by one, joined with its code by another, seen by their instructor, and left again', async () => {
  await invited(browser, MATE);
  const founder = await enter(browser, 'student');
  const mate = await enterAs(browser, MATE);
  const founders = await opened(founder);
  await founders.getByLabel('Name of a new team').fill(TEAM);
  await founders.getByRole('button', { name: 'Form it' }).click();
  const code = await founders.getByText(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){2}$/).innerText();

  const mates = await opened(mate);
  await mates.getByLabel('Code of a classmate’s team').fill(code.toLowerCase());
  await mates.getByRole('button', { name: 'Join it' }).click();
  await mates.getByText(`${MATE.name} (you)`).waitFor();
  await founders.reload();
  await founders.getByRole('list', { name: 'Members' }).getByText(MATE.name).waitFor();

  const instructor = await enter(browser, 'instructor');
  const page = await instructor.newPage();
  await page.goto(`${PLACE}/teams`);
  await page
    .getByRole('form', { name: `Change ${TEAM}` })
    .getByLabel(MATE.name)
    .waitFor();

  await left(mates, 'Leave the team');
  await founders.reload();
  await left(founders, 'Dissolve the team');
  await Promise.all([founder, mate, instructor].map((context) => context.close()));
});

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(PLACE);
  return page;
}

async function left(page: Page, how: string): Promise<void> {
  await page.getByRole('button', { name: how }).click();
  await page.getByRole('dialog').getByRole('button', { name: how }).click();
  await page.getByLabel('Name of a new team').waitFor();
}
