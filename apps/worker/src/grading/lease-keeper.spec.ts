import { once } from 'node:events';
import { LeaseKeeper } from './lease-keeper.js';

const held = { runId: 'run', claimToken: 'token' };
const LEASE_SECONDS = 0.2;

it('gives the run up when nothing was heard of the database for as long as the lease', async () => {
  const silent = { renewLease: () => new Promise<never>(() => undefined) };
  const stop = new AbortController();
  const warnings: unknown[] = [];
  const keeper = new LeaseKeeper(silent, held, LEASE_SECONDS, stop, (error) => warnings.push(error));
  const began = performance.now();
  await once(stop.signal, 'abort');
  await keeper.close();
  expect(performance.now() - began).toBeGreaterThanOrEqual(LEASE_SECONDS * 1000);
  expect(stop.signal.reason).toMatchObject({ reason: 'CLAIM_LOST' });
});

it('keeps a run whose renewals are answered', async () => {
  const answering = { renewLease: () => Promise.resolve('HELD' as const) };
  const stop = new AbortController();
  const keeper = new LeaseKeeper(answering, held, LEASE_SECONDS, stop, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 3 * LEASE_SECONDS * 1000));
  await keeper.close();
  expect(stop.signal.aborted).toBe(false);
});
