import { AxeBuilder } from '@axe-core/playwright';
import { renderSVG } from 'uqr';
import type { Browser, Page } from 'playwright-core';
import { TestIssuer, type Issued } from '../support/issuer.js';
import { ATTACKS } from '../support/verification-attacks.js';
import { BASE_URL, launch, overflow, watch } from './support/browser.js';

let browser: Browser;
let issuer: TestIssuer;
let issued: Issued;

beforeAll(async () => {
  browser = await launch();
  issuer = await TestIssuer.create('https://academy.example');
  issued = await issuer.issue();
});
afterAll(() => browser.close());

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A stranger's page: no account, and no connection to the issuer. */
async function open(width = 1440): Promise<Page> {
  const context = await browser.newContext({
    baseURL: BASE_URL,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto('/verify');
  await page.getByRole('heading', { level: 1, name: 'Verify a credential or a receipt' }).waitFor();
  await page.locator('form[aria-busy="false"]').waitFor();
  return page;
}

/** Chooses files, verifies, and answers what each step found. */
async function verifyFiles(
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<Record<string, string>> {
  await page.locator('input[type="file"]').setInputFiles(files);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.locator('[data-testid="verification"][data-verdict]:not([data-verdict=""])').waitFor();
  return findings(page);
}

const findings = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page
      .locator('[data-step]')
      .evaluateAll((items) =>
        items.map((item) => [item.getAttribute('data-step'), item.getAttribute('data-finding')]),
      ),
  ) as Record<string, string>;

it('verifies uploaded files in the browser, and leaves it to the reader whom to trust', async () => {
  const page = await open();
  const complaints = watch(page);
  const files = [
    file('credential.json', issued.credential),
    file('did.json', issuer.document()),
    file('status.json', await issuer.statusList()),
    file('receipt.json', issued.receipt),
  ];
  expect(await verifyFiles(page, files)).toEqual({
    SIGNATURE: 'VALID',
    ISSUER: 'NOT_TRUSTED',
    REVOCATION: 'NOT_REVOKED',
    EXPIRY: 'NEVER',
    EVIDENCE: 'MATCHES',
    RECEIPT: 'AGREES',
  });
  await page.getByText('0.83 (0.8 to 0.86)').waitFor();
  await page.getByRole('button', { name: 'I trust this issuer' }).click();
  await page.locator('[data-step="ISSUER"][data-finding="TRUSTED"]').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(complaints.list).toEqual([]);
  await page.context().close();
});

it('shows whatever is wrong as what it is, on a phone', async () => {
  const page = await open(375);
  for (const [name, { given, expected, verdict }] of Object.entries(ATTACKS)) {
    const { credential, document, list } = await given(issuer, issued);
    const files = { credential, did: document, status: list, receipt: issued.receipt };
    const found = await verifyFiles(
      page,
      Object.entries(files).map(([part, text]) => file(`${part}.json`, text)),
    );
    expect([name, found]).toMatchObject([name, expected]);
    const heading = verdict === 'VERIFIED' ? 'Verified' : 'Not verified';
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Verify something else' }).click();
  }
  await page.context().close();
});

it('reads the address from a QR code and fetches what it needs, and what came of running it again', async () => {
  const page = await open();
  const address = issuer.places.credential('1');
  const published: Record<string, string> = {
    [address]: issued.credential,
    [`${issuer.places.home}/did.json`]: issuer.document(),
    [issuer.places.statusList(1)]: await issuer.statusList(),
  };
  const reproductions = [{ verdict: 'IDENTICAL', at: '2026-03-01T12:00:00.000Z' }];
  await page.route('https://academy.example/**', (route) => {
    const url = route.request().url();
    const ofReceipt = url.endsWith('/reproductions') ? JSON.stringify({ reproductions }) : issued.receipt;
    const body = published[url] ?? (url.includes('/receipts/') ? ofReceipt : undefined);
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({
          body,
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
        });
  });
  const painter = await page.context().newPage();
  const link = `https://academy.example/verify?url=${encodeURIComponent(address)}`;
  await painter.setContent(`<div style="width:400px">${renderSVG(link, { border: 4 })}</div>`);
  const picture = await painter.locator('svg').screenshot();
  const qr = { name: 'code.png', mimeType: 'image/png', buffer: picture };
  expect(await verifyFiles(page, [qr])).toMatchObject({ SIGNATURE: 'VALID', EVIDENCE: 'MATCHES' });
  await page.getByTestId('result-reproductions').getByText('Identical').waitFor();
  await page.context().close();
});

it('says so when there is nothing to verify', async () => {
  const page = await open();
  await page.getByLabel('Paste the credential, the receipt, or its address').fill('{"id": 1}');
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.getByText('This is neither a credential nor a signed receipt.').waitFor();
  await page.getByRole('button', { name: 'Verify something else' }).click();
  await page.getByRole('button', { name: 'Verify', exact: true }).waitFor();
  await page.context().close();
});
