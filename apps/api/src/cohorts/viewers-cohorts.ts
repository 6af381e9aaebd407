import { cohortsOf, listCohorts } from '@holdout/db';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';

/** All cohorts for staff; a student's own. Use it with `operation.shared`. */
export const viewersCohorts = (operation: Operation) =>
  workOf(operation, 'cohorts', async () => {
    const member = await operation.member();
    const tx = await operation.tx();
    return isStaff(member) ? listCohorts(tx) : cohortsOf(tx, member.userId);
  });
