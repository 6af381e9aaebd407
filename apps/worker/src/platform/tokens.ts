/** Injection tokens of things that have no class of their own. */
export const WORKER_CONFIG = Symbol('WORKER_CONFIG');
export const GRADING_DEPS = Symbol('GRADING_DEPS');
export const CALIBRATION_QUEUES = Symbol('CALIBRATION_QUEUES');

/** This process in the fleet, and the deployment it belongs to. */
export class WorkerIdentity {
  constructor(
    readonly id: string,
    readonly deploymentId: string,
    readonly startedAt: Date,
  ) {}
}
