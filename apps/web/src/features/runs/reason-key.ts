import { STUDENT_ERROR_REASONS, type StudentErrorReason } from '@holdout/domain';

export type ReasonKey = StudentErrorReason | 'OTHER';

/** The reason as a key of the texts; a reason this page does not know yet reads as OTHER. */
export function reasonKey(reason: string | null): ReasonKey {
  return STUDENT_ERROR_REASONS.find((known) => known === reason) ?? 'OTHER';
}
