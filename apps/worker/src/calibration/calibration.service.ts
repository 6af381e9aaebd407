import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  addMeasurement,
  calibrationOf,
  Database,
  failCalibration,
  finishCalibration,
  publishedVersion,
  recordAudit,
} from '@holdout/db';
import {
  anchorsFile,
  assignmentDefinition,
  GraderFaultError,
  type Anchors,
  type AssignmentDefinition,
  type GradingDeps,
} from '@holdout/grading';
import { Vault } from '@holdout/storage';
import { RunsInHand } from '../grading/runs-in-hand.js';
import { GRADING_DEPS, WORKER_CONFIG } from '../platform/tokens.js';
import { kitDigestOf, unpackKit } from '../publishing/calibration-kit.js';
import { splitSecret } from '../publishing/split-secret.js';
import { anchorsFrom, scaledMetrics, type Measurement } from './anchors.js';
import { measureReferences } from './measure-references.js';

const LOOK_MS = 2_000;
const RETRY_MS = 60_000;
const CALIBRATION_RUN = 'calibration';

export interface CalibrationStep {
  organizationId: string;
  assignmentVersionId: string;
  split: number;
}

/** Measures the references on splits of this deployment's own data, while no student waits. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly inHand: RunsInHand,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Measures one split and stores it; the last one puts the anchors in force. Returns the next split, or null when done.
   * Waits out faults of the machine.
   */
  async measure(step: CalibrationStep, signal: AbortSignal): Promise<number | null> {
    const { organizationId, assignmentVersionId } = step;
    const context = { organizationId, userId: null };
    const version = await this.database.inTenant(context, (tx) => publishedVersion(tx, assignmentVersionId));
    if (version.calibration?.status !== 'RUNNING') return null;
    const definition = assignmentDefinition.parse(version.definition);
    const shipped = anchorsFile.parse(version.shippedAnchors);
    try {
      const { data, references, scorer } = await unpackKit(
        await this.vault.getBuffer(kitDigestOf(definition)),
      );
      if (!references) throw new GraderFaultError('The assignment has no references to measure.');
      const measurement = await measureReferences(
        this.deps,
        { runId: CALIBRATION_RUN, organizationId, definition, anchors: shipped, data, references, scorer },
        step.split,
        splitSecret(this.config.HOLDOUT_DEPLOYMENT_SECRET, organizationId),
        (work) => this.whenIdle(signal, work),
      );
      return await this.store(step, measurement, definition, shipped);
    } catch (error) {
      if (signal.aborted || !(error instanceof GraderFaultError)) throw error;
      this.logger.error(
        { err: error, assignmentVersionId },
        'the anchors cannot be measured; the shipped ones stay',
      );
      await this.database.inTenant(context, (tx) =>
        failCalibration(tx, assignmentVersionId, error.message, new Date()),
      );
      return null;
    }
  }

  private async store(
    step: CalibrationStep,
    measurement: Measurement,
    definition: AssignmentDefinition,
    shipped: Anchors,
  ): Promise<number | null> {
    const { organizationId, assignmentVersionId, split } = step;
    return this.database.inTenant({ organizationId, userId: null }, async (tx) => {
      const done = await addMeasurement(tx, assignmentVersionId, split, measurement);
      const calibration = await calibrationOf(tx, assignmentVersionId);
      if (!calibration || calibration.status !== 'RUNNING') return null;
      this.logger.info(
        { assignmentVersionId, done, planned: calibration.splitsPlanned },
        'measured the references on one more split',
      );
      if (done < calibration.splitsPlanned) return split + 1;
      const measurements = calibration.measurements as unknown as Measurement[];
      await finishCalibration(
        tx,
        assignmentVersionId,
        anchorsFrom(shipped, scaledMetrics(definition), measurements),
        new Date(),
      );
      await recordAudit(tx, {
        organizationId,
        actorId: null,
        action: 'anchors.measured',
        subjectType: 'assignment-version',
        subjectId: assignmentVersionId,
        detail: { splits: done },
      });
      return null;
    });
  }

  /** Does some work while no student waits. A student's run interrupts it, and it is started again afterwards. */
  private async whenIdle<T>(signal: AbortSignal, work: (quiet: AbortSignal) => Promise<T>): Promise<T> {
    for (;;) {
      await this.untilIdle(signal);
      const interrupt = new AbortController();
      const stopWatching = this.inHand.whenTaken(() => interrupt.abort());
      try {
        return await work(AbortSignal.any([signal, interrupt.signal]));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof GraderFaultError) throw error;
        if (interrupt.signal.aborted) continue;
        this.logger.warn(
          { err: error },
          'measuring the anchors was interrupted by a fault; it goes on in a minute',
        );
        await sleep(RETRY_MS, undefined, { signal });
      } finally {
        stopWatching();
      }
    }
  }

  private async untilIdle(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if (this.inHand.count === 0 && (await this.database.system.runsToTicket(1)).length === 0) return;
      await sleep(LOOK_MS, undefined, { signal });
    }
  }
}
