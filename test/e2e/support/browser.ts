import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { invitationToken } from '../../support/invitation-token.js';

export const BASE_URL = process.env.E2E_BASE_URL ?? 'http://localhost:3000';
/** Debian's, unless another is named. */
export const CHROMIUM = process.env.E2E_CHROMIUM ?? '/usr/bin/chromium';
export const PASSWORD = 'holdout-demo';

export type Persona = 'student' | 'ta' | 'instructor' | 'manager' | 'admin' | 'operator';

/** As root, Chromium needs to go without its own sandbox. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

const stamp = Date.now();

/** Somebody whom no other run of these tests has met. See `invited`. */
export function newcomer(name: string): { email: string; name: string; password: string } {
  const email = `${name.toLowerCase()}-${stamp}@demo.holdout`;
  return { email, name: `${name} ${stamp}`, password: PASSWORD };
}

/** What a page complained about: script errors, and what the content policy refused. */
export interface Complaints {
  readonly list: string[];
}

/** A context whose session belongs to the persona, made without the form so that tests stay short. */
export function enter(
  browser: Browser,
  persona: Persona,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return enterAs(browser, { email: `${persona}@demo.holdout`, password: PASSWORD }, options);
}

/** The same for anyone who can sign in. */
export async function enterAs(
  browser: Browser,
  { email, password }: { email: string; password: string },
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: BASE_URL, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const response = await context.request.post('/auth/sign-in/email', {
    data: { email, password },
    headers: { origin: BASE_URL },
  });
  if (!response.ok())
    throw new Error(`${email} could not sign in: ${response.status()} ${await response.text()}`);
  return context;
}

/** Makes a student of a test's own, in the demo cohort, so that no other loses anything. Answers once they could sign in. */
export async function invited(
  browser: Browser,
  { email, password, name }: { email: string; password: string; name: string },
): Promise<void> {
  const admin = await enter(browser, 'admin');
  const headers = { 'x-holdout-csrf': '1', origin: BASE_URL };
  const roster = await admin.request.post('/files/roster?isDryRun=false', {
    data: `email,cohort\n${email},autumn`,
    headers: { ...headers, 'content-type': 'text/csv' },
  });
  const { rows } = (await roster.json()) as { rows: { link: string | null; problem: string | null }[] };
  const { link, problem } = rows[0] ?? {};
  if (!link) throw new Error(`${email} was not invited: ${problem ?? roster.status()}`);
  const token = invitationToken(link);
  const joined = await admin.request.post('/auth/invitation-sign-up', {
    data: { token, email, password, name },
    headers,
  });
  if (!joined.ok()) throw new Error(`${email} could not join: ${joined.status()} ${await joined.text()}`);
  await admin.close();
}

/** Collect what goes wrong on a page while it is used. */
export function watch(page: Page): Complaints {
  const list: string[] = [];
  page.on('pageerror', (error) => list.push(error.message));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      /Content Security Policy|Hydration|Minified React|MISSING_MESSAGE/i.test(message.text())
    )
      list.push(message.text());
  });
  return { list };
}

/** Pixels by which the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
