import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, enterAs, invited, launch, newcomer, watch } from './support/browser.js';
import { gradedWorks } from './support/graded-works.js';
import { faultsOf } from './support/looks.js';

// Of an assignment in which no other test hands anything in. Its four criteria for people weigh 5 of 120 each.
const SLUG = 'production-dossier';
const QUEUE = `/reviews/${SLUG}`;
const STUDENTS = [newcomer('Pia'), newcomer('Rui')] as const;

const REMARK = `Say what the canary cannot show. ${Date.now()}`;

let browser: Browser;
let graders: Record<'instructor' | 'ta', BrowserContext>;
let page: Page;
let runs: string[];

beforeAll(async () => {
  browser = await launch();
  for (const student of STUDENTS) await invited(browser, student);
  runs = await gradedWorks(
    SLUG,
    STUDENTS.map(({ email }) => ({ email, points: 80 })),
  );
  graders = { instructor: await enter(browser, 'instructor'), ta: await enter(browser, 'ta') };
  page = await graders.instructor.newPage();
});
afterAll(() => browser.close());

/** Levels by their keys, one for each criterion in turn; then the review is finished. */
async function grade(at: Page, runId: string | undefined, levels: string): Promise<void> {
  await at.goto(`/reviews/runs/${runId}`);
  await at.locator('[data-testid="desk"][aria-busy="false"]').waitFor();
  for (const [index, key] of [...levels].entries()) {
    await at.keyboard.press(key);
    const level = at
      .getByRole('radiogroup')
      .nth(index)
      .getByRole('radio')
      .nth(Number(key) - 1);
    await level.and(at.getByRole('radio', { checked: true })).waitFor();
  }
  const finished = at.waitForResponse(
    (response) => response.request().postData()?.includes('FinishReview') ?? false,
  );
  await at.keyboard.press('Control+Enter');
  await finished;
}

it('shares a queue among two graders for each run, who then both find it theirs', async () => {
  const complaints = watch(page);
  await page.goto(QUEUE);
  await page.getByText('2 graders', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('combobox', { name: 'Graders' }).click();
  for (const name of ['Ines Carvalho', 'Tara Lindqvist']) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('4 reviews were assigned.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);

  const theirs = await graders.ta.newPage();
  await theirs.goto(`${QUEUE}?filter=MINE`);
  for (const { name } of STUDENTS) await theirs.getByRole('row', { name }).getByText('Open').waitFor();
  await theirs.close();
});

it('leads from work to work by keys, and keeps a comment for the next one', async () => {
  const tas = await graders.ta.newPage();
  const isAt = async (runId: string | undefined) => {
    await tas.waitForURL(`**/reviews/runs/${runId}`);
    await tas.locator('[data-testid="desk"][aria-busy="false"]').waitFor();
  };
  await tas.goto(`/reviews/runs/${runs[0]}`);
  await isAt(runs[0]);
  await tas.keyboard.press('n');
  await isAt(runs[1]);
  await tas.keyboard.press('p');
  await isAt(runs[0]);
  const comment = tas.getByLabel('Comment', { exact: true }).first();
  await comment.fill(REMARK);
  await tas.getByRole('button', { name: 'Keep for reuse' }).click();
  await tas.getByRole('button', { name: 'Kept for reuse' }).waitFor();
  await tas.keyboard.press('Escape');

  await tas.goto(`/reviews/runs/${runs[1]}`);
  await isAt(runs[1]);
  await tas.getByRole('button', { name: /^Saved comments/ }).click();
  await tas.getByRole('menuitem', { name: REMARK, exact: true }).click();
  expect(await comment.inputValue()).toBe(REMARK);
  await tas.close();
});

it('states how far two graders agree, beyond chance, criterion by criterion', async () => {
  const tas = await graders.ta.newPage();
  await grade(tas, runs[0], '2222');
  await grade(tas, runs[1], '3333');
  await tas.getByText('Finished', { exact: true }).waitFor();
  await tas.close();
  await grade(page, runs[0], '2222');
  await grade(page, runs[1], '3332');
  await page.getByRole('button', { name: 'Open it again' }).waitFor();

  await page.goto(QUEUE);
  const agreement = page.getByRole('group', { name: 'Agreement' });
  const cells = async (criterion: string) => {
    const row = agreement.getByRole('row', { name: criterion });
    await row.waitFor();
    return row.getByRole('cell').allInnerTexts();
  };
  expect(await cells('The design argues')).toEqual(['2', '100%', '1.00']);
  expect(await cells('The release fits the risk')).toEqual(['2', '50%', '0.00']);
});

it('hears a regrade request, answers in its thread, decides, and changes points that the student then sees', async () => {
  const context = await enterAs(browser, STUDENTS[1]);
  const own = await context.newPage();
  const complaints = watch(page);
  // 80 of 100 parts by the scorer; three criteria with 100, the last one with 80, the mean of 100 and 60.
  await own.goto(`/runs/${runs[1]}/score#regrade`);
  await own.getByTestId('score-headline').getByText('82.5', { exact: true }).waitFor();
  await own
    .getByLabel('What is judged wrongly, and why')
    .fill('The release plan says what the canary cannot show.');
  await own.getByRole('button', { name: 'Ask for a regrade' }).click();
  await own.getByText('Waits for an answer').waitFor();

  await page.goto('/reviews');
  const request = page.getByRole('group', { name: 'Regrade requests' }).getByRole('row', {
    name: STUDENTS[1].name,
  });
  await request.getByText('The release plan says what the canary cannot show.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await request.getByRole('link', { name: STUDENTS[1].name }).click();
  await answer(page, 'On which page?', 'Send');
  await own.reload();
  await answer(own, 'Below the third table.', 'Send');
  await page.reload();
  await answer(page, 'So it does.', 'Send and accept');
  await page.getByTestId('regrade').getByText('Accepted', { exact: true }).waitFor();

  await page.goto(`/reviews/runs/${runs[1]}`);
  await page.getByLabel('Why it is opened again').fill('The plan does say it, below the third table.');
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByRole('button', { name: 'Finish the review' }).waitFor();
  await page.getByRole('radiogroup', { name: 'The release fits the risk' }).getByRole('radio').nth(2).click();
  await page.getByRole('button', { name: 'Finish the review' }).click();
  await page.getByRole('button', { name: 'Open it again' }).waitFor();
  expect(complaints.list).toEqual([]);

  await own.goto('/notifications');
  await own
    .getByRole('link', { name: /^Your regrade request for Production dossier is answered/ })
    .first()
    .click();
  await own.getByTestId('regrade').getByText('So it does.').waitFor();
  await own.goto(`/runs/${runs[1]}/score`);
  await own.getByTestId('score-headline').getByText('83.3', { exact: true }).waitFor();
  await context.close();
});

async function answer(at: Page, text: string, action: string): Promise<void> {
  await at.locator('#regrade').scrollIntoViewIfNeeded(); // The form is fetched when somebody comes near.
  await at.getByLabel('Write in the thread').fill(text);
  await at.getByRole('button', { name: action, exact: true }).click();
  await at.getByTestId('regrade').getByText(text).waitFor();
}
