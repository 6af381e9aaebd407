import type { Browser, BrowserContext } from 'playwright-core';
import { ask } from './support/ask.js';
import { BASE_URL, enter, enterAs, invited, launch, watch } from './support/browser.js';
import { faultsOf } from './support/looks.js';

const TITLE = 'Redraw: error-analysis loop';
const WAY = ['errors', 'segments', 'examples', 'theory', 'change', 'measure'];
const DRAWING = {
  assignmentSlug: 'redraw-error-analysis-loop',
  kind: 'CERTIFICATION',
  nodes: WAY,
  edges: [
    ...WAY.slice(1).map((to, index) => ({ from: WAY[index], to })),
    { from: 'measure', to: 'errors' },
    { from: 'measure', to: 'theory' },
  ],
};

let browser: Browser;
let manager: BrowserContext;
const suffix = Date.now().toString(36);
const [shown, other] = [`Noor ${suffix}`, `Ivo ${suffix}`];

/** A student of the school with a pass that has its credential. Diagrams are graded in a moment. */
async function withPass(
  name: string,
): Promise<{ context: BrowserContext; submissionId: string; runId: string }> {
  const email = `${name.toLowerCase().replace(' ', '-')}@demo.holdout`;
  const account = { email, password: `${suffix} has a pass`, name };
  await invited(browser, account);
  const context = await enterAs(browser, account);
  const { submitDrawing } = await ask<{ submitDrawing: { runs: { id: string }[] } }>(
    context,
    'mutation ($input: SubmitDrawingInput!) { submitDrawing(input: $input) { runs { id } } }',
    { input: DRAWING },
  );
  const runId = submitDrawing.runs[0]?.id ?? '';
  for (let tries = 0; tries < 300; tries += 1) {
    const { myPasses } = await ask<{ myPasses: { submissionId: string }[] }>(
      context,
      '{ myPasses { submissionId } }',
    );
    if (myPasses[0]) return { context, runId, submissionId: myPasses[0].submissionId };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No credential was issued to ${name}.`);
}

let student: BrowserContext;
let runOfOther: string;

beforeAll(async () => {
  browser = await launch();
  manager = await enter(browser, 'manager');
  const noor = await withPass(shown);
  student = noor.context;
  // To be compared with: what Ivo shows is not chosen on a page.
  const ivo = await withPass(other);
  await ask(ivo.context, 'mutation { beginPortfolio { id } }');
  const flags = ['Metrics', 'Percentile', 'Comments', 'Figures', 'ModelCard', 'Code', 'Criteria'];
  const item = {
    submissionId: ivo.submissionId,
    caseStudy: '',
    ...Object.fromEntries(flags.map((flag) => [`shows${flag}`, false])),
  };
  const text = { slug: `ivo-${suffix}`, headline: '', pseudonym: null, location: '', isRemote: true };
  await ask(ivo.context, 'mutation ($input: SavePortfolioInput!) { savePortfolio(input: $input) { slug } }', {
    input: { ...text, items: [item] },
  });
  await ask(ivo.context, 'mutation { consentToSearch(isGiven: true) { searchableSince } }');
  await ivo.context.close();
  runOfOther = ivo.runId;
}, 60_000);
afterAll(() => browser.close());

it('is agreed to by a student, who chooses what is shown', async () => {
  const page = await student.newPage();
  const complaints = watch(page);
  await page.goto('/portfolio', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Begin a portfolio' }).click();
  await page.getByRole('combobox', { name: 'Add a result' }).click();
  await page.getByRole('option', { name: TITLE }).click();
  await page.getByLabel('Where you would like to work').fill(`Port ${suffix}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await page.getByRole('switch', { name: 'Found by hiring managers' }).click();
  await page.getByRole('switch', { name: 'Found by hiring managers', checked: true }).waitFor();
  await page.goto('/portfolio/preview');
  const link = page.getByRole('link', { name: `Add ${TITLE} to LinkedIn` });
  expect(await link.getAttribute('href')).toContain(`certUrl=${encodeURIComponent(BASE_URL)}`);
  expect(complaints.list).toEqual([]);
  await page.close();
});

it('leads a hiring manager from the search to a result that is run again, and compares', async () => {
  const page = await manager.newPage();
  const complaints = watch(page);
  await page.goto('/candidates', { waitUntil: 'networkidle' });
  await page.getByRole('textbox', { name: 'Place' }).fill(`Port ${suffix}`);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL(/location=Port/);
  for (const name of [shown, other]) await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
  await page.getByRole('button', { name: 'Compare side by side' }).click();
  await page.getByText('No difference shown').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: shown }).click();
  const result = page.getByTestId('portfolio-result');
  await result.getByRole('button', { name: `Have the result of ${TITLE} run again` }).click();
  await result.getByText('It waits in the queue of the organization that issued it.').waitFor();
  const verdicts = page.getByRole('list', { name: `Reproductions of ${TITLE}` });
  await verdicts.getByText(/Under way|Identical/).waitFor();
  for (let looks = 0; (await verdicts.getByText('Identical').count()) === 0 && looks < 60; looks += 1) {
    await page.reload();
    await verdicts.waitFor();
  }
  expect(await verdicts.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^Identical/) as string,
  ]);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.list).toEqual([]);
  await page.close();
});

it('asks a candidate, who answers, and loses one who withdraws', async () => {
  const page = await manager.newPage();
  await page.goto(`/candidates?location=${encodeURIComponent(`Port ${suffix}`)}`);
  await page.getByRole('link', { name: shown }).click();
  await page.waitForURL(/\/candidates\/[0-9a-f-]{36}$/);
  const place = page.url();
  await page.getByLabel('Note').fill('Draws well.');
  await page.getByRole('button', { name: 'Put on the shortlist' }).click();
  await page.getByText('On your shortlist.').waitFor();
  await page.getByLabel('Message').fill('We build risk models.');
  await page.getByRole('button', { name: 'Ask for contact' }).click();
  await page.getByText('Asked; no answer yet.').waitFor();

  const answering = await student.newPage();
  await answering.goto('/portfolio', { waitUntil: 'networkidle' });
  await answering.getByText('We build risk models.').waitFor();
  await answering.getByRole('button', { name: 'Accept: tell my address' }).click();
  await answering.locator('[data-testid="contact-request"][data-status="ACCEPTED"]').waitFor();
  await page.goto('/shortlist', { waitUntil: 'networkidle' });
  const card = page.getByTestId('shortlisted').filter({ hasText: shown });
  await card.getByText(`Accepted. Write to noor-${suffix}@demo.holdout.`).waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export (CSV)' }).click();
  expect((await saving).suggestedFilename()).toBe('shortlist.csv');

  await answering.getByRole('switch', { name: 'Found by hiring managers' }).click();
  await answering.getByRole('dialog').getByRole('button', { name: 'Be found no longer' }).click();
  await answering.getByRole('switch', { name: 'Found by hiring managers', checked: false }).waitFor();
  await page.reload();
  expect(await page.getByText(shown).count()).toBe(0);
  await page.goto(place);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.close();
});

it('rests on what an instructor states of who did the work, and on what an admin has not taken back', async () => {
  const instructor = await enter(browser, 'instructor');
  const page = await instructor.newPage();
  await page.goto(`/runs/${runOfOther}/score`, { waitUntil: 'networkidle' });
  await page.getByRole('combobox', { name: 'Who did the work' }).selectOption('INTERVIEWED');
  await page.getByLabel('How you know').fill('Drew it again at the board.');
  await page.getByRole('button', { name: 'State who did the work' }).click();
  await page.getByText('Stated.').waitFor();
  const inForce = page.locator('[data-testid="credential"][data-status="ISSUED"]');
  for (let looks = 0; (await inForce.getByText('Interviewed').count()) === 0 && looks < 60; looks += 1)
    await page.reload();
  await inForce.getByText('Interviewed').waitFor();
  expect(await page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
  await instructor.close();

  const admin = await enter(browser, 'admin');
  const revoking = await admin.newPage();
  await revoking.goto(`/runs/${runOfOther}/score`, { waitUntil: 'networkidle' });
  await revoking.getByRole('button', { name: `Revoke the credential for ${TITLE}` }).click();
  const dialog = revoking.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Revoke' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Why').fill('Drawn by somebody else.');
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await revoking.locator('[data-testid="credential"][data-status="ISSUED"]').waitFor({ state: 'detached' });
  await revoking.getByText('Drawn by somebody else.').waitFor();
  await admin.close();
});
