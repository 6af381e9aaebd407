import type { Browser } from 'playwright-core';
import { enter, launch, watch } from './support/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('takes a stage from a draft to the roadmap, to another place on it, and off it again', async () => {
  const title = `Asking why ${Date.now()}`;
  const context = await enter(browser, 'instructor');
  const page = await context.newPage();
  const complaints = watch(page);
  const dialog = page.getByRole('dialog');
  await page.goto('/');
  await page.getByRole('link', { name: 'Edit stages' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Students do not see it', { exact: true }).waitFor();
  await page.getByLabel('Goal').fill('Tell acting from seeing.');
  await page.getByLabel('What it unlocks').fill('You can plan an experiment.');
  await page.getByLabel('Overview').fill('Ask **what if**.');
  await page.getByLabel('Inference and experimentation').check();
  await page.getByRole('button', { name: 'Add a course' }).click();
  const course = page.getByRole('group', { name: 'Course 1' });
  await course.getByLabel('Title').fill('What If');
  await course.getByLabel('Address').fill('https://miguelhernan.org/whatifbook');
  await page.getByText('As a student', { exact: true }).click();
  await page.locator('strong').getByText('what if').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Students read version 1').waitFor();
  const address = page.url().replace(/\/edit$/, '');
  await page.getByLabel('Goal').fill('Tell doing from seeing.');
  await page.getByText('Changes', { exact: true }).click();
  await page.getByRole('insertion').getByText('Tell doing from seeing.').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Students read version 2').waitFor();
  await page.getByRole('button', { name: 'Compare version 1 with the newest' }).click();
  await page.getByRole('deletion').getByText('Tell acting from seeing.').waitFor();

  await page.getByRole('navigation').getByRole('link', { name: 'Edit stages' }).click();
  await page.getByRole('button', { name: `Move ${title} up` }).press('Enter');
  const last = page.getByRole('main').getByRole('list').first().getByRole('listitem').last();
  await last.getByText(title).waitFor({ state: 'detached' });

  const student = await enter(browser, 'student');
  const reading = await student.newPage();
  await reading.goto('/');
  await reading.getByRole('link', { name: title }).click();
  await reading.getByText('Tell doing from seeing.').waitFor();
  await reading.getByRole('link', { name: 'What If' }).waitFor();

  await page.goto(`${address}/edit`);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Students do not see it', { exact: true }).waitFor();
  expect((await reading.goto(address))?.status()).toBe(404);
  expect(complaints.list).toEqual([]);
  await student.close();
  await context.close();
});

it('draws a diagram by keyboard, and makes an exercise of it that a student redraws', async () => {
  const title = `Drift ${Date.now()}`;
  const context = await enter(browser, 'instructor', { viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Edit diagrams' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByLabel('Summary').fill('What a model does to its own data.');
  // Where no other test counts what is to be handed in.
  await page.getByLabel('Stage').selectOption('Production judgment');
  for (const label of ['Predict', 'Act', 'Observe']) {
    await page.getByLabel('New label').fill(label);
    await page.getByLabel('New label').press('Enter');
    await page.getByTestId(`node-${label.toLowerCase()}`).waitFor();
  }
  // One arrow by hand, the others in the list.
  await page.getByTestId('dot-predict').dragTo(page.getByTestId('node-act'));
  await page.getByLabel('Predict → Act').and(page.getByRole('textbox')).fill('a decision');
  await page.getByText('List', { exact: true }).click();
  for (const [from, to] of [
    ['Act', 'Observe'],
    ['Observe', 'Predict'],
  ] as const) {
    for (const [box, text] of [
      ['From', from],
      ['To', to],
    ] as const) {
      await page.getByRole('combobox', { name: box, exact: true }).click();
      // One letter is enough, however soon Enter follows.
      await page.keyboard.type(text.charAt(0));
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Add the arrow' }).click();
  }
  await page.getByRole('list', { name: '3 arrows drawn' }).waitFor();
  await page.getByLabel('What “Act” means').fill('Somebody follows the prediction.');
  await page.getByLabel('Labels that do not belong').fill('Deploy');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Students read version 1').waitFor();
  const address = page.url().replace(/\/edit$/, '');
  await page.getByRole('button', { name: 'Publish the exercise' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish the exercise' }).click();
  await page.getByRole('link', { name: `Redraw: ${title}` }).waitFor({ timeout: 60_000 });
  expect(complaints.list).toEqual([]);
  await context.close();

  const student = await enter(browser, 'student');
  const reading = await student.newPage();
  await reading.goto(address);
  await reading.getByRole('button', { name: 'Act', exact: true }).click();
  await reading.getByText('Somebody follows the prediction.').first().waitFor();
  await reading.getByRole('link', { name: 'Redraw it' }).click();
  await reading.getByText('Labels: 0 of 4 placed').waitFor();
  await student.close();
});
