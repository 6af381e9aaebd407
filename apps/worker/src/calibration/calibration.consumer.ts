import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { calibrateAssignment, JobQueues } from '@holdout/jobs';
import { CALIBRATION_QUEUES } from '../platform/tokens.js';
import { CalibrationService } from './calibration.service.js';

/** Calibrates one split per job, so that a restart loses at most one split. */
@Injectable()
export class CalibrationConsumer {
  private readonly stopping = new AbortController();

  constructor(
    @Inject(CALIBRATION_QUEUES) private readonly queues: JobQueues,
    private readonly calibration: CalibrationService,
    private readonly logger: PinoLogger,
  ) {}

  start(): void {
    this.queues.consume(calibrateAssignment, (step) => this.run(step), { concurrency: 1 });
  }

  /** Abandons the current job: the queue hands it to the next worker. */
  stop(): void {
    this.stopping.abort();
  }

  private async run(step: Parameters<CalibrationService['measure']>[0]): Promise<void> {
    try {
      const next = await this.calibration.measure(step, this.stopping.signal);
      if (next !== null) await calibrateAssignment.add(this.queues, { ...step, split: next });
    } catch (error) {
      // If the job ended here, the queue would drop it for good. Wait instead: this process is about to exit.
      if (this.stopping.signal.aborted) await new Promise(() => undefined);
      this.logger.error(
        { err: error, ...step },
        'measuring the anchors failed; "calibrate" takes it up again',
      );
    }
  }
}
