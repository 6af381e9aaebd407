import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LtiPlatformSimulator } from '../support/lti-platform-simulator/simulator.js';
import { BASE_URL, enter, launch, watch } from './support/browser.js';
import { faultsOf } from './support/looks.js';

const stamp = Date.now();
const LEARNER = { sub: 'u-1', name: 'Lena Learner', email: `lena-${stamp}@lms.test`, roles: ['Learner'] };
const TEACHER = { sub: 'u-2', name: 'Timo Teacher', email: `timo-${stamp}@lms.test`, roles: ['Instructor'] };

let browser: Browser;
let platform: LtiPlatformSimulator;
let admin: BrowserContext;
let page: Page;
let loginUrl: string;

beforeAll(async () => {
  const port = Number(process.env.E2E_LTI_HOST?.split(':')[1]);
  [browser, platform] = await Promise.all([launch(), LtiPlatformSimulator.start(port)]);
  admin = await enter(browser, 'admin');
  page = await admin.newPage();
});
afterAll(() => Promise.all([browser.close(), platform.stop()]));

/** The page that a person of the course comes to by a link in it, in a browser that knows nothing of the tool. */
async function arrived(
  person: typeof LEARNER,
  message: Record<string, unknown>,
): Promise<{ context: BrowserContext; at: Page }> {
  platform.visitor = { person, message };
  const context = await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const at = await context.newPage();
  await at.goto(platform.opening(loginUrl));
  return { context, at };
}

it('is registered by an administrator with what the LMS shows, which is told where the tool is', async () => {
  const complaints = watch(page);
  await page.goto('/lms');
  const told = async (label: string) =>
    page
      .locator('dl > div', { has: page.getByText(label, { exact: true }) })
      .locator('code')
      .innerText();
  loginUrl = await told('Login URL');
  platform.toolKeysUrl = await told('Public key set URL');
  const { name, issuer, clientId, deploymentId, ...urls } = platform.registration;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Platform ID (issuer)').fill(issuer);
  await page.getByLabel('Client ID').fill(clientId);
  await page.getByLabel('Deployment ID').fill(deploymentId);
  await page.getByLabel('Authentication request URL').fill(urls.authorizationUrl);
  await page.getByLabel('Access token URL').fill(urls.tokenUrl);
  await page.getByLabel('Public keyset URL').fill(urls.jwksUrl);
  await page.getByLabel('Let people of the LMS join').check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Highest role' }).click();
  await page.getByRole('option', { name: 'Instructor' }).click();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByRole('row', { name }).getByText('Joins, up to Instructor').waitFor();
  expect(complaints.list).toEqual([]);
});

it('lets a teacher put an assignment into the course, and a learner open it from there, signed in', async () => {
  const teacher = await arrived(TEACHER, platform.choosing);
  await teacher.at.getByRole('combobox', { name: 'Assignment' }).click();
  await teacher.at.getByRole('option', { name: 'Tabular risk model' }).click();
  await teacher.at.getByRole('button', { name: 'Add it to the course' }).click();
  await teacher.at.getByRole('heading', { name: 'Course one' }).waitFor();
  expect(teacher.at.url()).toBe(`${platform.issuer}/chosen`);
  await teacher.context.close();
  const items = await platform.verified(platform.chosen.at(-1) ?? '');
  const [item] = items['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as {
    custom: { assignment: string; cohort: string };
  }[];
  expect(item?.custom).toEqual({ assignment: 'tabular-risk', cohort: 'autumn' });

  const learner = await arrived(LEARNER, platform.link('link-1', item?.custom ?? null));
  await learner.at.waitForURL('**/assignments/tabular-risk');
  await learner.at.getByRole('heading', { level: 1, name: 'Tabular risk model' }).waitFor();
  await learner.at.goto('/settings');
  await learner.at.getByText(LEARNER.name).first().waitFor();
  await learner.context.close();

  const instructor = await enter(browser, 'instructor');
  const grades = await instructor.newPage();
  await grades.goto('/cohorts/autumn/grades');
  await grades.getByRole('row', { name: 'Simulator: Course one' }).getByText('Tabular risk model').waitFor();
  await instructor.close();
});

it('is removed after a question, and its links open nothing more', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Remove Simulator' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('No LMS is registered').waitFor();
  const { context, at } = await arrived(LEARNER, platform.link('link-1', null));
  await at.waitForURL('**/lms/refused*');
  await context.close();
});
