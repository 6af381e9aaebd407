import type { Role } from '@holdout/domain';
import { STAFF } from '../operation/viewer.js';

/** The roles that may read runs at all: students their own, staff those of their organization. */
export const RUN_READERS = ['STUDENT', ...STAFF] as const satisfies readonly Role[];
