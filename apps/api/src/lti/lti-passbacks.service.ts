import { Injectable } from '@nestjs/common';
import { checkedId, cohortBySlug, linkPassbacks, passbacksOf, resendPassbacks } from '@holdout/db';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import type { CohortPassbacksType } from './lti-passbacks.types.js';

/** How the grades of a cohort stand at the platforms that its students come from. */
@Injectable()
export class LtiPassbacksService {
  /** @throws NotFoundError, BadUserInputError for too many students at once */
  async ofCohort(
    operation: Operation,
    slug: string,
    studentIds: readonly string[],
  ): Promise<CohortPassbacksType> {
    if (studentIds.length > 0) checkedPageSize(studentIds.length);
    const tx = await operation.tx();
    const cohort = await cohortBySlug(tx, slug);
    const ids = studentIds.map((id) => checkedId(id, 'The student'));
    return {
      links: await linkPassbacks(tx, cohort.id),
      passbacks: await passbacksOf(tx, cohort.id, ids),
    };
  }

  /**
   * Returns how many grades are sent again.
   * @throws NotFoundError
   */
  async resend(operation: Operation, linkId: string): Promise<number> {
    const tx = await operation.tx();
    const { cohortId, count } = await resendPassbacks(tx, linkId, operation.startedAt);
    await putOnRecord(operation, {
      action: 'lti-grades.resent',
      subjectType: 'lti-link',
      subjectId: linkId,
      detail: { cohortId, count },
    });
    return count;
  }
}
