import type { Browser } from 'playwright-core';
import { enter, launch, watch } from './support/browser.js';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('takes an instructor from a cohort to an announcement that its students read', async () => {
  const title = `Office hours ${Date.now()}`;
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/cohorts');
  await page.getByRole('link', { name: 'Autumn cohort' }).click();
  const pages = page.getByRole('navigation', { name: 'Pages of this cohort' });
  await pages.getByRole('link', { name: 'Analytics' }).click();
  await page.getByRole('heading', { name: 'Progress by stage' }).waitFor();
  await pages.getByRole('link', { name: 'Announcements' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text').fill('Friday at ten, in the lab.');
  await page.getByRole('button', { name: 'Announce' }).click();
  await page.getByRole('article', { name: title }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();

  const student = await enter(browser, 'student');
  const told = await student.newPage();
  await told.goto('/notifications');
  await told.getByRole('link', { name: `Announcement: ${title}` }).click();
  await told.getByRole('article', { name: title }).getByText('Friday at ten, in the lab.').waitFor();
  await student.close();
});

it('asks before grades are held', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  await page.goto('/cohorts/autumn/grades');
  const row = page.getByRole('row', { name: /Tabular risk model/ }).last();
  await row.getByRole('button', { name: 'Hold the grades of Tabular risk model' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Hold the grades', exact: true }).press('Enter');
  await row.getByText('Held until released').waitFor();
  await row.getByRole('button', { name: 'Release the grades of Tabular risk model' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release the grades', exact: true }).click();
  await row.getByText('At once').waitFor();
  await context.close();
});

// Of an assignment in which no other test hands anything in.
it('shows what a rubric would change before it does, and says so when it has; criteria are copied from another', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/assignments/forecasting');
  await page.getByRole('link', { name: 'Change the rubric' }).click();
  await page.getByLabel('Weight').first().fill('90');
  await page.getByRole('button', { name: 'See whose points change' }).click();
  await page.getByRole('heading', { name: 'What it would change' }).waitFor();
  await page.getByLabel('Why').fill('The forecasts themselves count for more.');
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await page.getByText('Why it was changed last').waitFor();
  await page.getByText(/Version \d+ is in force/).waitFor();
  const criteria = page.getByRole('group', { name: 'by a person' });
  const own = await criteria.count();
  await page.getByLabel('Assignment', { exact: true }).selectOption('tabular-risk');
  await page.getByRole('button', { name: 'Add its criteria' }).click();
  await page.getByText(/criteri(on is|a are) added/).waitFor();
  expect(await criteria.count()).toBeGreaterThan(own);
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('has the code of a cohort compared, and stays while a worker does it', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/assignments/ranking');
  await page.getByRole('link', { name: 'Compare the code of students' }).click();
  await page.getByText('Not compared yet').waitFor();
  await page.getByLabel('With cohorts that began earlier').check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('Nobody to compare with yet').waitFor();
  await page.getByRole('button', { name: 'Compare again' }).waitFor();
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('takes a lesson from a draft to a version that students read, and back to the one before', async () => {
  const title = `Reading a confusion matrix ${Date.now()}`;
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/stages/classical-baselines');
  await page.getByRole('link', { name: 'Edit lessons' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Students do not see it', { exact: true }).waitFor();
  await page.getByLabel('Summary').fill('Four counts, and what each one costs.');
  await page.getByLabel('Text', { exact: true }).fill('Of $n$ rows, **some** are right.');
  const choosing = page.waitForEvent('filechooser');
  await page.getByLabel('Picture').click();
  const picture = { name: 'counts.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
  await (await choosing).setFiles(picture);
  await page.getByLabel('What it shows').fill('Four counts in a square');
  await page.getByLabel('Caption').fill('The counts');
  await page.getByRole('button', { name: 'Put it into the text' }).click();
  const beside = page.getByRole('region', { name: 'As a student will read it' });
  await beside.locator('.katex').first().waitFor();
  const figure = beside.getByRole('img', { name: 'Four counts in a square' });
  await figure.waitFor();
  expect(
    await figure.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(1);
  await page.getByText('As a student', { exact: true }).click();
  await beside.waitFor({ state: 'detached' });
  await page.locator('.katex').first().waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Students read version 1').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Of $n$ rows, **most** are right.');
  await page.getByText('Changes', { exact: true }).click();
  await page.getByRole('insertion').getByText('most').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Students read version 2').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Of $n$ rows, **few** are right.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('dialog').getByText('It takes the place of the draft').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await page.getByText('Of $n$ rows, **some** are right.').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Students read version 3').waitFor();
  const address = page.url().replace(/\/edit$/, '');
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  expect(complaints.list).toEqual([]);

  const student = await enter(browser, 'student');
  const reading = await student.newPage();
  const begun = reading.waitForResponse(
    (answer) => answer.request().postData()?.includes('BeginReading') ?? false,
  );
  await reading.goto(address);
  await reading.getByRole('article').getByText('some', { exact: true }).waitFor();
  await begun;

  await page.getByLabel('Text', { exact: true }).fill('Of $n$ rows, **all** are right.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('1 student who began an older version still reads that one.').waitFor();
  await reading.reload();
  await reading.getByText('You began version 3 and keep reading it. Version 4 is out.').waitFor();
  await reading.getByRole('article').getByText('some', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Move them to version 4' }).click();
  await page
    .getByRole('dialog', { name: 'Move 1 student to version 4?' })
    .getByRole('button', { name: 'Move' })
    .click();
  await page.getByText('1 student who began').waitFor({ state: 'detached' });
  await reading.reload();
  await reading.getByRole('article').getByText('all', { exact: true }).waitFor();
  await student.close();

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Students do not see it', { exact: true }).waitFor();
  await context.close();
});

it('keeps whoever writes a lesson where they write through the first save, and asks what a figure shows', async () => {
  const title = `Reading a curve ${Date.now()}`;
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/stages/classical-baselines/lessons');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('One. Three.');
  await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4));
  await text.press('Control+s');
  // It is shown as soon as the page knows of the draft.
  await page.getByRole('button', { name: 'Discard draft' }).waitFor();
  await page.keyboard.type(' Two.');
  expect(await text.inputValue()).toBe('One. Two. Three.');
  const save = page.getByRole('button', { name: 'Save draft' });
  await save.press('Enter');
  await page.getByText('The draft is saved.').waitFor();
  expect(await save.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(complaints.list).toEqual([]);

  await text.fill('![](curve.png)');
  await page.getByText('Line 1: say in 1 to 500 characters what the figure curve.png shows').waitFor();
  await save.click();
  await page.getByText('what the figure curve.png shows: ![What it shows](curve.png).').first().waitFor();
  await text.fill('![A curve that falls](curve.png)');
  await save.click();
  await page.getByText('The draft is saved.').waitFor();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
  await page.waitForURL('**/stages/classical-baselines/lessons');
  await context.close();
});
