import type { StudentError } from './grading.types.js';

/** Ends a run as STUDENT_ERROR. Caught by gradeSubmission; never leaves this library. */
export class StudentFault extends Error {
  override readonly name = 'StudentFault';
  constructor(readonly error: StudentError) {
    super(error.message);
  }
}

/** Ends a run as CANCELLED. Caught by gradeSubmission; never leaves this library. */
export class CancelledFault extends Error {
  override readonly name = 'CancelledFault';
}

/** The grader, its data or its definition is at fault, neither the student nor the machine. Trying again is useless. */
export class GraderFaultError extends Error {
  override readonly name = 'GraderFaultError';
}
