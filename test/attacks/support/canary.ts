import { randomBytes } from 'node:crypto';

/** Lies among the hidden labels, and nowhere else on this machine. */
export const CANARY = `canary-${randomBytes(24).toString('hex')}`;

/** The canary in a form that a submission can carry without holding it. */
export const CANARY_REVERSED = [...CANARY].reverse().join('');
