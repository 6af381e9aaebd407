/** What a person needs to know once everything runs. */
import { say } from '../report.mjs';

const PASSWORD = 'holdout-demo';
const PERSONAS = [
  ['Student', 'student@demo.holdout'],
  ['Teaching assistant', 'ta@demo.holdout'],
  ['Instructor', 'instructor@demo.holdout'],
  ['Hiring manager', 'manager@demo.holdout'],
  ['Admin', 'admin@demo.holdout'],
  ['Operator', 'operator@demo.holdout'],
];

/** @param {{ url: string, mailFolder?: string | undefined }} platform @param {string} dataDir @param {number} tookMs */
export function printWelcome({ url, mailFolder }, dataDir, tookMs) {
  say('');
  say(`Holdout is up after ${(tookMs / 1000).toFixed(0)} s: ${url}`);
  say(`  Demo accounts, password ${PASSWORD}:`);
  for (const [persona, email] of PERSONAS) say(`    ${persona?.padEnd(20)} ${email}`);
  say(`  Data and logs: ${dataDir}`);
  if (mailFolder) say(`  No SMTP_URL: mail is not sent but written to ${mailFolder}`);
}
