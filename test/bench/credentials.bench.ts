import { didWebAddress, GivenFiles, verify } from '@holdout/verification';
import { TestIssuer, type Issued } from '../support/issuer.js';
import { quantile } from './quantile.js';
import type { BenchResult } from './report.js';

const COUNT = 1_000;

/** Issuing (receipt and credential signed) and verifying offline, one after the other, on one core. */
export async function credentialsBench(): Promise<BenchResult> {
  const issuer = await TestIssuer.create('https://holdout.example');
  const issued: Issued[] = [];
  const issueMs: number[] = [];
  for (let index = 0; index < COUNT; index += 1)
    issueMs.push(await timed(async () => void issued.push(await issuer.issue(index))));
  const list = await issuer.statusList([3]);
  const verifyMs: number[] = [];
  for (const { credential, receipt, index } of issued) {
    const ms = await timed(async () => {
      const sources = await GivenFiles.of([issuer.document(), list, receipt], didWebAddress);
      const { verdict } = await verify(credential, { sources, trusts: () => true });
      const expected = index === 3 ? 'NOT_VERIFIED' : 'VERIFIED';
      if (verdict !== expected) throw new Error(`Credential ${index} is ${verdict}.`);
    });
    verifyMs.push(ms);
  }
  const figures = {
    issue_1000_s: sum(issueMs) / 1000,
    issue_ms_p50: quantile(issueMs, 0.5),
    issue_ms_p95: quantile(issueMs, 0.95),
    verify_1000_s: sum(verifyMs) / 1000,
    verify_ms_p50: quantile(verifyMs, 0.5),
    verify_ms_p95: quantile(verifyMs, 0.95),
  };
  return { name: 'credentials', runs: COUNT, figures };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
