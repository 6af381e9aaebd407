/** Injection tokens for values without a class of their own. */
export const WORKER_CONFIG = Symbol('WORKER_CONFIG');
export const GRADING_DEPS = Symbol('GRADING_DEPS');
export const CALIBRATION_QUEUES = Symbol('CALIBRATION_QUEUES');

/** Which worker this process is, and of which deployment. */
export class WorkerIdentity {
  constructor(
    readonly id: string,
    readonly deploymentId: string,
    readonly startedAt: Date,
  ) {}
}
