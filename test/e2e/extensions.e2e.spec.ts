import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, enterAs, invited, launch, newcomer, watch } from './support/browser.js';
import { gradedWorks } from './support/graded-works.js';
import { faultsOf } from './support/looks.js';

// Of an assignment in which no other test hands anything in.
const SLUG = 'linear-models';
const TITLE = 'Linear and logistic regression from scratch';
const stamp = Date.now();
const [LATE, MATE, THIRD] = [newcomer('Lale'), newcomer('Mio'), newcomer('Tove')];
const GROUP = `Evening section ${stamp}`;

let browser: Browser;
let teaching: BrowserContext;
let page: Page;
let runId: string;

beforeAll(async () => {
  browser = await launch();
  await invited(browser, LATE);
  await invited(browser, MATE);
  await invited(browser, THIRD);
  [runId = ''] = await gradedWorks(
    SLUG,
    [LATE, MATE].map(({ email }) => ({ email, points: 90 })),
  );
  teaching = await enter(browser, 'instructor', { timezoneId: 'UTC' });
  page = await teaching.newPage();
});
afterAll(() => browser.close());

const row = (name: string) => page.getByRole('group', { name: 'Students' }).getByRole('row', { name });
async function choose(...names: string[]): Promise<void> {
  await page.goto('/cohorts/autumn');
  for (const name of names) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
}

/** Scores are made anew in the background. */
async function sees(context: BrowserContext, text: string | RegExp): Promise<void> {
  const own = await context.newPage();
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await own.goto(`/runs/${runId}/score`);
    await own.getByTestId('score-headline').waitFor();
    if ((await own.getByText(text).count()) > 0) break;
  }
  await own.getByText(text).first().waitFor({ timeout: 1000 });
  await own.close();
}

it('sets late days with a reason; late work spends them, then loses points', async () => {
  const complaints = watch(page);
  await choose(LATE.name, MATE.name);
  const form = page.getByRole('form', { name: 'Late days' });
  await form.getByLabel('Days left').fill('1');
  await form.getByLabel('Reason').fill('Two bank holidays.');
  await form.getByRole('button', { name: 'Set for 2 students' }).click();
  await form.getByText('Set.').waitFor();
  for (const { name } of [LATE, MATE])
    await row(name).getByRole('cell', { name: '1', exact: true }).waitFor();

  await page.getByRole('button', { name: `Change the dates of ${TITLE}` }).click();
  const dates = page.getByRole('dialog');
  await dates.getByLabel('Due').fill(fieldOf(Date.now() - 36 * 60 * 60 * 1000));
  await dates.getByLabel('Late work costs points').check();
  await dates.getByLabel('Reason').fill('As the syllabus says.');
  await dates.getByRole('button', { name: 'Save the dates' }).click();
  await dates.waitFor({ state: 'detached' });

  const student = await enterAs(browser, LATE);
  await sees(student, '2 days late');
  await sees(student, /One of your late days paid for it. 90% of the points are left./);
  await student.close();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);
});

it('gives one student, or a group, a later date that they see, and the points come back', async () => {
  const complaints = watch(page);
  await choose(MATE.name);
  await extend('2033-05-01T12:00');
  await choose(LATE.name, MATE.name);
  await page.getByLabel('Name of a new group').fill(GROUP);
  await page.getByRole('button', { name: 'Make a group of 2 students' }).click();
  await page.getByRole('group', { name: 'Groups' }).getByRole('row', { name: GROUP }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await choose();
  await page.getByRole('checkbox', { name: `Choose the group ${GROUP}` }).check();
  await extend('2034-06-02T12:00');
  for (const { name } of [LATE, MATE])
    await row(name).getByText(`Jun 2, 2034, 12:00 UTC (group ${GROUP}: Was ill.`).waitFor();

  const mate = await enterAs(browser, MATE, { timezoneId: 'UTC' });
  const theirs = await mate.newPage();
  await theirs.goto(`/assignments/${SLUG}`);
  await theirs.getByText('Jun 2, 2034, 12:00 UTC').first().waitFor();
  await theirs.getByText('Before the extension').waitFor();
  const student = await enterAs(browser, LATE);
  await sees(student, /^90/);
  await Promise.all([mate.close(), student.close()]);
  expect(complaints.list).toEqual([]);
});

it('grants what a group has to whoever joins it, and takes it back from whoever leaves, or from all', async () => {
  const complaints = watch(page);
  await choose(THIRD.name);
  await page.getByRole('button', { name: `Put the chosen students into ${GROUP}` }).click();
  await row(THIRD.name).getByText('Jun 2, 2034').waitFor();
  const third = await enterAs(browser, THIRD, { timezoneId: 'UTC' });
  const theirs = await third.newPage();
  await theirs.goto('/notifications');
  await theirs.getByRole('link', { name: `Your due date or attempts for ${TITLE} changed` }).click();
  await theirs.waitForURL(`**/assignments/${SLUG}`);
  await theirs.getByText('Jun 2, 2034, 12:00 UTC').first().waitFor();

  await page.getByRole('button', { name: `Take the chosen students out of ${GROUP}` }).click();
  const question = page.getByRole('dialog', { name: `Take 1 student out of ${GROUP}?` });
  await question.getByText('Extensions of the group no longer hold for them').waitFor();
  await question.getByRole('button', { name: 'Take the chosen out' }).click();
  await row(THIRD.name).getByText('Jun 2, 2034').waitFor({ state: 'detached' });
  await theirs.reload();
  await theirs.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await theirs.getByText('Jun 2, 2034').count()).toBe(0);
  await third.close();

  await page.getByRole('button', { name: `Withdraw the extension of ${GROUP} for ${TITLE}` }).click();
  const withdrawal = page.getByRole('dialog', { name: `Withdraw the extension of ${GROUP}` });
  await withdrawal.getByLabel('Reason').fill('The exam was moved.');
  await withdrawal.getByRole('button', { name: 'Withdraw it' }).click();
  await row(MATE.name).getByText('Jun 2, 2034').waitFor({ state: 'detached' });
  await row(MATE.name).getByText('May 1, 2033').waitFor();
  const late = await enterAs(browser, LATE);
  await sees(late, /^81/);
  await late.close();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);
});

it('has the grades as CSV, and each change on record with its reason', async () => {
  await page.goto('/cohorts/autumn/grades');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Grades as CSV' }).click();
  const [head = '', ...lines] = (await readFile(await (await saving).path(), 'utf8')).trim().split(/\r?\n/);
  expect(head).toContain(SLUG);
  expect(lines.find((line) => line.includes(LATE.name))).toContain('81');

  const admin = await enter(browser, 'admin');
  const audit = await admin.newPage();
  await audit.goto('/audit');
  for (const reason of ['Two bank holidays.', 'As the syllabus says.', 'Was ill.', 'The exam was moved.'])
    await audit.getByText(reason).first().waitFor();
  await admin.close();
});

async function extend(dueAt: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Grant an extension' });
  await form.getByRole('combobox', { name: 'Assignment' }).click();
  await page.getByRole('option', { name: TITLE }).click();
  await form.getByLabel('New due date').fill(dueAt);
  await form.getByLabel('Reason').fill('Was ill.');
  await form.getByRole('button', { name: /^Grant to/ }).click();
  await form.getByText('Granted.').waitFor();
}

/** As a field for date and time takes it, in UTC. */
const fieldOf = (at: number) => new Date(at).toISOString().slice(0, 16);
