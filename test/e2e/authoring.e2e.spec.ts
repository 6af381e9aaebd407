import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { onlyInLongTier } from '../support/long-tier.js';
import { lateLoans } from '../support/made-dataset.js';
import { enter, launch, watch } from './support/browser.js';
import { asOnPhone, faultsOf } from './support/looks.js';
import { dropArea } from './support/project.js';

/** Publishing measures a reference on three splits; a student's run trains and predicts once. */
const WITHIN_MS = 10 * 60_000;
const ROWS = 1_500;

const SCORER = `from holdout_scorer.own import Metric


def score(rows):
    likely = rows.predictions.argsort(kind="stable")[::-1]
    return [Metric("topTenth", "HIGHER", value=rows.labels[likely[: len(rows) // 10]].mean())]
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** From the list of assignments to what the uploaded table holds. */
async function beginOn(page: Page, fileName: string): Promise<void> {
  await page.goto('/assignments');
  await page.getByRole('link', { name: 'New assignment' }).click();
  await page.getByLabel('Labelled dataset').and(page.locator('button:enabled')).waitFor();
  // The first is of the data; folders are brought further down.
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: fileName,
      mimeType: 'text/csv',
      buffer: Buffer.from(lateLoans(ROWS)),
    });
  await page.getByRole('heading', { name: 'What the data holds' }).waitFor({ timeout: 60_000 });
}

/** On to the next step of the form. */
const goOn = (page: Page, step: string) => page.getByRole('link', { name: `Continue: ${step}` }).click();

/** Loads the page with its scripts held back, as a slow phone does; answers what lets them in. */
async function loadWithoutScripts(page: Page): Promise<() => Promise<void>> {
  const held: Promise<void>[] = [];
  let letIn = () => undefined as void;
  const open = new Promise<void>((resolve) => (letIn = resolve));
  await page.route('**/_next/static/**/*.js', (route) => {
    const answered = open.then(() => route.continue());
    held.push(answered);
    return answered;
  });
  await page.reload({ waitUntil: 'commit' });
  return async () => {
    letIn();
    await Promise.all(held);
    await page.unroute('**/_next/static/**/*.js');
  };
}

/** Writes a whole new text into the scorer's editor. */
async function rewriteScorer(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Python of the scorer' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

/** A metric, an anchor and a probe that are not the template's, where they are chosen. */
async function chosenJudging(page: Page) {
  const metric = page.getByLabel('Brier skill counts for Decisions cost little');
  const worth = page.getByLabel('Value of Area under the ROC curve that is worth 70 points');
  const retrains = page.getByLabel('Retrainings on shuffled outcomes');
  await metric.check();
  await worth.fill('0.8');
  await retrains.fill('2');
  return { metric, worth, retrains };
}

const isKept = (page: Page) => page.getByText('All changes are kept').waitFor();

it('keeps a draft, says what is wrong where it is said, and publishes nothing that is not declared', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  const word = Date.now().toString(36);
  await beginOn(page, `short-${word}.csv`);
  await page.getByRole('row', { name: /^loan/ }).getByText('Different in every row').waitFor();
  await goOn(page, 'Columns and split');
  await page.getByLabel('Time').selectOption('region');
  await page.getByRole('button', { name: 'See the split' }).click();
  await page.getByText('Something has to be mended first.').waitFor({ timeout: 60_000 });
  await page
    .getByText(/neither a number nor an ISO 8601 date/)
    .first()
    .waitFor();
  await page.getByLabel('Time').selectOption('day');
  await page.getByRole('button', { name: 'See the split' }).click();
  await page.getByRole('row', { name: /^Certification \(hidden\) 420/ }).waitFor({ timeout: 60_000 });
  await asOnPhone(page);
  const letIn = await loadWithoutScripts(page);
  const template = page.getByLabel('Template');
  await template.waitFor();
  // What is chosen while nobody listens would be set back once the page does.
  expect(await template.isDisabled()).toBe(true);
  await letIn();
  await template.selectOption('multiclass-classification');
  await isKept(page);
  await page.reload();
  expect(await template.inputValue()).toBe('multiclass-classification');
  await template.selectOption('binary-classification');
  await page.getByLabel('Positive outcome').selectOption('yes');
  await goOn(page, 'Task');
  await page.getByLabel('Brief').fill('# Who pays late\n\nSay **who**.');
  await page.getByRole('region', { name: 'Preview' }).getByText('who', { exact: true }).waitFor();
  const brief = page.getByRole('textbox', { name: 'Brief' });
  await brief.pressSequentially('\n\n![](curve.png)');
  await page.getByText('Line 5: say in 1 to 500 characters what the figure curve.png shows').waitFor();
  await brief.fill('# Who pays late\n\nSay **who**.\n\n![Late loans by region](/files/figures/7)');
  await page.getByText('what the figure').waitFor({ state: 'detached' });
  await brief.fill('# Who pays late\n\nSay **who**.');
  const choices = await chosenJudging(page);
  await isKept(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.reload();
  expect(await page.getByLabel('Brief').inputValue()).toContain('Say **who**.');
  expect(await choices.metric.isChecked()).toBe(true);
  expect(await choices.worth.inputValue()).toBe('0.8');
  expect(await choices.retrains.inputValue()).toBe('2');
  await goOn(page, 'Own scorer');
  await goOn(page, 'Check and publish');
  await page.getByRole('link', { name: 'Licence' }).waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
  await page.goto('/drafts');
  await page.getByRole('button', { name: `Discard Short ${word}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('link', { name: `Short ${word}` }).waitFor({ state: 'detached' });
  expect(complaints.list).toEqual([]);
  await context.close();
});

it('hands out a published assignment as a folder that it takes in again, and says by file and line what is wrong with one', async () => {
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/assignments/redraw-ml-lifecycle');
  await page.getByRole('link', { name: 'Export as a folder' }).click();
  await page.waitForURL('**/drafts?export=*');
  expect(await page.getByLabel('Assignment', { exact: true }).inputValue()).toBe('redraw-ml-lifecycle');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const archive = await saving;
  expect(archive.suggestedFilename()).toBe('redraw-ml-lifecycle.tar.gz');
  await page.getByText('It was saved as a .tar.gz.').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const choose = async (button: string, file: string) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    await (await choosing).setFiles(file);
  };
  const folder = await mkdtemp(path.join(tmpdir(), 'to-import-'));
  try {
    const copy = path.join(folder, archive.suggestedFilename());
    await archive.saveAs(copy);
    await choose('Choose an archive', copy);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Nothing is wrong.').waitFor({ timeout: 60_000 });

    const broken = path.join(folder, 'curves');
    await mkdir(broken);
    await writeFile(path.join(broken, 'assignment.yaml'), 'template: exercise\ntitel: Curves\n');
    await writeFile(path.join(broken, 'brief.md'), '# Curves\n\n![](curve.png)\n\n![Two curves](gone.png)\n');
    await writeFile(path.join(broken, 'curve.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
    await choose('Choose a folder', broken);
    await page.getByText(/^curves, /).waitFor();
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page
      .getByText('Nothing was published: something has to be mended first.')
      .waitFor({ timeout: 60_000 });
    await page.getByText('assignment.yaml, line 2').waitFor();
    await page.getByText('brief.md, line 3').waitFor();
    await page.getByText('brief.md, line 5').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  expect(complaints.list).toEqual([]);
  await context.close();
});

onlyInLongTier(
  'a CSV that nobody has seen becomes an assignment, and a student’s work in it is graded',
  async () => {
    const began = Date.now();
    const name = `Late loans ${began.toString(36)}`;
    const context = await enter(browser, 'instructor');
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => faults.push(...(await faultsOf(page)));
    await beginOn(page, 'late-loans.csv');
    await look();
    await goOn(page, 'Columns and split');
    await page.getByRole('button', { name: 'See the split' }).click();
    await page.getByText('Nothing is wrong.').waitFor({ timeout: 60_000 });
    await look();
    await goOn(page, 'Task');
    await page.getByLabel('Title').fill(name);
    await page.getByLabel('Brief').fill('# Late loans\n\nPredict who pays late.');
    await page.getByLabel('Due', { exact: true }).fill('2027-03-01T12:00');
    await page.getByLabel('Licence').fill('CC0-1.0');
    await page.getByLabel('Origin').fill('Drawn at random for a test.');
    await page.getByLabel('Personal data').fill('None');
    await page.getByLabel('These rows may be shown to students').check();
    await chosenJudging(page);
    await isKept(page);
    await goOn(page, 'Own scorer');
    await page.getByRole('button', { name: 'Write a scorer' }).click();
    await look();
    await rewriteScorer(page, 'def score(rows):\n    return rows.no_such_thing\n');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('scorer.py, line 2').waitFor({ timeout: WITHIN_MS });
    await page.getByText(/The scorer raised AttributeError/).waitFor();
    await rewriteScorer(page, SCORER);
    await page.getByLabel('What students read, metric 1').fill('Right in the first tenth');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page
      .getByRole('row', { name: /^Right in the first tenth .* your scorer$/ })
      .waitFor({ timeout: WITHIN_MS });
    await look();
    await isKept(page);
    await goOn(page, 'Check and publish');
    await look();
    expect(faults).toEqual([]);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('link', { name: 'Open it as a student sees it' }).waitFor({ timeout: WITHIN_MS });
    await page.getByRole('link', { name: 'Open it as a student sees it' }).click();
    await page.waitForURL('**/assignments/*');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const address = new URL(page.url()).pathname;
    await context.close();

    const student = await enter(browser, 'student');
    const work = await student.newPage();
    await work.goto(address);
    await work
      .getByText(/Mar 1, 2027/)
      .first()
      .waitFor();
    await work.getByText('This project has a scorer of its own').waitFor();
    await work.getByText(/measures: Right in the first tenth\./).waitFor();
    expect(await faultsOf(work)).toEqual([]);
    const [kit] = await Promise.all([
      work.waitForEvent('download'),
      work.getByRole('link', { name: /starter kit/i }).click(),
    ]);
    await dropArea(work);
    await work.getByTestId('archive-input').setInputFiles(await kit.path());
    await work.getByRole('checkbox', { name: /my own work/ }).check();
    await work.getByTestId('submit').click();
    await work.getByTestId('score-summary').waitFor({ timeout: WITHIN_MS });
    await work.getByRole('link', { name: 'Read the score' }).click();
    await work.getByRole('rowheader', { name: /^Right in the first tenth/ }).waitFor();
    expect(Date.now() - began).toBeLessThan(WITHIN_MS);
    await student.close();
  },
  WITHIN_MS,
);
