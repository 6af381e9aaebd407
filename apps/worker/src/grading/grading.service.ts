import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  Database,
  finishRun,
  measuredRunsOf,
  recordAudit,
  recordSalt,
  recordSource,
  releaseRun,
  runToGrade,
  type ClaimedRun,
  type RunEnd,
  type Tx,
} from '@holdout/db';
import { ClaimLostError, splitOf, type InterruptionCause } from '@holdout/domain';
import {
  assignmentDefinition,
  gradeSubmission,
  GraderFaultError,
  type Graded,
  type GradingDeps,
  type GradingObserver,
} from '@holdout/grading';
import { SandboxUnavailableError } from '@holdout/sandbox';
import { BlobStore } from '@holdout/storage';
import { ImagesAtHand } from '../fleet/images-at-hand.js';
import { GRADING_DEPS, WORKER_CONFIG } from '../platform/tokens.js';
import { BundleCache } from './bundles.js';
import { compareWithOriginal, imageGone } from './comparing.js';
import { conditionsOf, imagesMet, imagesNeeded, type OriginalRun } from './conditions.js';
import { ImageGoneError } from './image-gone.js';
import { hardware, provenanceOf, receiptOf, type Ingredients } from './provenance.js';
import { KeptFiles, type FilesOfRun } from './kept-files.js';
import { RunRecorder } from './run-recorder.js';
import { RunMetrics, type Interruption } from './run-metrics.js';
import { RunTrail } from './run-trail.js';
import { RunsInHand } from './runs-in-hand.js';
import { Stop, stopReasonOf } from './stop.js';

const SALT_BYTES = 32;
const MAX_DELAY_SECONDS = 300;

/** A run that is being graded, and where its progress goes. */
interface InProgress {
  claim: ClaimedRun;
  stop: AbortController;
  trail: RunTrail;
  files: FilesOfRun;
}

/** A graded run with its files, and the original if it is a reproduction. */
type Finished = Ingredients & { original: OriginalRun | null; files: FilesOfRun };

/** Grades a run that this worker holds, from its archive to the transaction that finishes it. */
@Injectable()
export class GradingService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly bundles: BundleCache,
    private readonly inHand: RunsInHand,
    private readonly images: ImagesAtHand,
    private readonly files: KeptFiles,
    private readonly metrics: RunMetrics,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  /** Never throws for what happens to a single run: the run either ends or is given back. */
  async grade(claim: ClaimedRun): Promise<'FINISHED' | 'GIVEN_BACK'> {
    const log = { runId: claim.runId, organizationId: claim.organizationId, attempt: claim.attempt };
    const stop = new AbortController();
    const trail = new RunTrail(this.metrics, claim.attempt);
    const released = this.inHand.take(claim, stop, this.config.WORKER_LEASE_SECONDS);
    try {
      const ingredients = await this.run(claim, stop, trail);
      await this.finish(claim, ingredients);
      const { graded } = ingredients;
      trail.ended(graded.outcome, 'reason' in graded ? graded.reason : '');
      this.logger.info(
        { ...log, correlationId: trail.correlationId, outcome: graded.outcome },
        'run finished',
      );
      return 'FINISHED';
    } catch (error) {
      const cause = stopReasonOf(stop.signal) ?? error;
      trail.interrupted(interruptionOf(cause));
      await this.giveBack(claim, cause);
      return 'GIVEN_BACK';
    } finally {
      await released();
    }
  }

  private async run(claim: ClaimedRun, stop: AbortController, trail: RunTrail): Promise<Finished> {
    const { runId, organizationId, claimToken, attempt } = claim;
    const run = await this.inTenant(claim, (tx) => runToGrade(tx, runId, claimToken));
    trail.follow(run);
    const { assignmentVersion: version, submission, correlationId } = run;
    this.logger.info({ runId, organizationId, attempt, correlationId }, 'run started');
    const salt = run.salt ?? randomBytes(SALT_BYTES).toString('hex');
    const [archive, bundles] = await Promise.all([
      this.blobs.getBuffer(submission.archiveDigest),
      this.bundles.get(version),
      // The salt is stored before anything uses it, so that another attempt or a reproduction sees the same ids in the same
      // order.
      run.salt === null ? this.inTenant(claim, (tx) => recordSalt(tx, runId, claimToken, salt)) : undefined,
    ]);
    const definition = assignmentDefinition.parse(version.definition);
    const { original, asOf, ...conditions } = conditionsOf(run, this.deps.images);
    if (original) await this.requireImages(imagesNeeded(definition, conditions.images));
    const measured = definition.exercise?.measured
      ? await this.inTenant(claim, (tx) => measuredRunsOf(tx, submission.studentId, asOf))
      : undefined;
    const { kind, anchors } = conditions;
    const files = this.files.of(run.kind);
    const graded = await this.recorded({ claim, stop, trail, files }, (observer) =>
      gradeSubmission(
        { ...this.deps, images: conditions.images },
        {
          runId,
          organizationId,
          correlationId,
          archive,
          definition,
          bundles,
          kind,
          salt,
          anchors,
          measured,
          seed: run.seed,
          gitCommit: submission.gitCommit,
          split: splitOf(kind),
          resampleSeed: version.resampleSeed,
          signal: stop.signal,
        },
        observer,
      ),
    );
    const stopped = stopReasonOf(stop.signal);
    if (graded.outcome === 'CANCELLED' && stopped && stopped.reason !== 'CANCELLED') throw stopped;
    const images = imagesMet(definition, conditions.images, graded.gpus);
    return { run, original, files, definition, ...conditions, images, graded };
  }

  /** Grades while phases, log and files are recorded. A recording that fails stops the grading. */
  private async recorded(
    { claim, stop, trail, files }: InProgress,
    grade: (observer: GradingObserver) => Promise<Graded>,
  ): Promise<Graded> {
    const { runId, organizationId, claimToken, attempt } = claim;
    const recorder = new RunRecorder(
      this.database,
      { runId, organizationId, claimToken, attempt },
      (error) => {
        const reason = error instanceof ClaimLostError ? 'CLAIM_LOST' : 'RECORDING_FAILED';
        stop.abort(new Stop(reason, { cause: error }));
      },
    );
    try {
      return await grade({
        phaseStarted: (phase) => {
          trail.phaseStarted(phase);
          recorder.phaseStarted(phase);
        },
        phaseEnded: (phase, end) => {
          trail.phaseEnded(phase, end);
          recorder.phaseEnded(phase, end);
        },
        log: (phase, chunk) => recorder.log(phase, chunk),
        produced: (file) => files.add(file),
      });
    } finally {
      await recorder.drain();
    }
  }

  /** @throws ImageGoneError naming the images that are neither on this engine nor in its archive */
  private async requireImages(images: Readonly<Record<string, string>>): Promise<void> {
    const missing = await this.images.missingOf(images);
    if (missing.length > 0) throw new ImageGoneError(missing);
  }

  /** Stores run, metrics, score, Ladder decision, receipt and audit entry in one transaction. */
  private async finish(claim: ClaimedRun, { original, files, ...ingredients }: Finished): Promise<void> {
    const { runId, claimToken, organizationId } = claim;
    const finishedAt = new Date();
    const end = endOf(ingredients, finishedAt);
    const sourceDigest = await this.keepSource(ingredients);
    const before = original && (await this.files.read(original.artifacts));
    await this.inTenant(claim, async (tx) => {
      const done = await finishRun(tx, {
        runId,
        claimToken,
        end,
        cpuSeconds: ingredients.graded.cpuSeconds,
        gpuSeconds: ingredients.graded.gpuSeconds,
        hardware: hardware(ingredients.graded.gpus),
        provenance: provenanceOf(ingredients),
        validation: ingredients.graded.validation,
        reproduction: original && before && compareWithOriginal(original, before, ingredients),
        finishedAt,
      });
      if (done === 'ALREADY_FINISHED') return;
      await files.record(tx, { organizationId, runId }, ingredients.graded);
      if (sourceDigest) {
        const { submissionId } = ingredients.run;
        await recordSource(tx, { organizationId, submissionId, digest: sourceDigest });
      }
      const detail = { outcome: end.outcome, ...('reason' in end ? { reason: end.reason } : {}) };
      await recordAudit(tx, {
        organizationId,
        actorId: null,
        action: 'run.finished',
        subjectType: 'run',
        subjectId: runId,
        detail,
      });
    });
  }

  /** Keeps the text files of a submission that counts, as the sandbox unpacked them, for reviewers to read. */
  private async keepSource({ run, graded }: Ingredients): Promise<string | null> {
    if (run.kind !== 'CERTIFICATION' || graded.outcome !== 'SCORED') return null;
    const { digest } = await this.blobs.put(Buffer.from(JSON.stringify({ files: graded.sources })));
    return digest;
  }

  /** Called when the student's code is not at fault: the run is tried again later, or ended without charging an attempt. */
  private async giveBack(claim: ClaimedRun, error: unknown): Promise<void> {
    const { runId, attempt } = claim;
    const log = { runId, attempt, err: error };
    if (interruptionOf(error) === 'CLAIM_LOST') {
      this.logger.warn(log, 'the run is held by another worker now; nothing was written');
      return;
    }
    try {
      if (error instanceof ImageGoneError) {
        this.logger.warn(log, 'a run cannot be reproduced here: what it ran in is gone');
        await this.endAsImageGone(claim, error);
      } else if (error instanceof GraderFaultError) {
        this.logger.error(log, 'the grader of an assignment is at fault; an instructor has to mend it');
        await this.endAsGraderFault(claim);
      } else {
        await this.release(claim, error);
      }
    } catch (failure) {
      // Nothing is lost: the lease runs out, and the sweeper hands the run to another worker.
      this.logger.error({ ...log, failure }, 'the run could not be given back; its lease will end by itself');
    }
  }

  private async release(claim: ClaimedRun, error: unknown): Promise<void> {
    const { runId, claimToken, attempt } = claim;
    const isShutdown = error instanceof Stop && error.reason === 'SHUTDOWN';
    const now = new Date();
    const delaySeconds = isShutdown ? 0 : Math.min(MAX_DELAY_SECONDS, 2 ** attempt);
    const message =
      'The platform could not run this submission: its grading machine had a fault. No attempt was charged. Submit again later, and tell your instructor if it happens again.';
    const fate = await this.inTenant(claim, (tx) =>
      releaseRun(tx, { runId, claimToken, cause: causeOf(error), message, delaySeconds, now }),
    );
    if (isShutdown) this.logger.info({ runId }, 'run given back: this worker is stopping');
    else
      this.logger.error(
        { runId, attempt, err: error, fate, delaySeconds },
        'the run could not be graded here',
      );
  }

  private endAsImageGone(claim: ClaimedRun, error: ImageGoneError): Promise<unknown> {
    return this.inTenant(claim, (tx) =>
      finishRun(tx, {
        runId: claim.runId,
        claimToken: claim.claimToken,
        end: { outcome: 'INFRASTRUCTURE_ERROR', message: error.message },
        cpuSeconds: 0,
        reproduction: imageGone(error.missing),
        finishedAt: new Date(),
      }),
    );
  }

  private endAsGraderFault(claim: ClaimedRun): Promise<unknown> {
    const { runId, claimToken, organizationId } = claim;
    const message =
      "This assignment's grader has a fault, so nothing was scored. No attempt was charged. Your instructor can see it and has to mend it.";
    return this.inTenant(claim, async (tx) => {
      await finishRun(tx, {
        runId,
        claimToken,
        end: { outcome: 'INFRASTRUCTURE_ERROR', message },
        cpuSeconds: 0,
        hardware: hardware(),
        finishedAt: new Date(),
      });
      await recordAudit(tx, {
        organizationId,
        actorId: null,
        action: 'run.grader-fault',
        subjectType: 'run',
        subjectId: runId,
      });
    });
  }

  private inTenant<T>({ organizationId }: ClaimedRun, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}

/** Sorts failed gradings by their cause, for the metrics. */
function interruptionOf(error: unknown): Interruption {
  if (error instanceof ClaimLostError || (error instanceof Stop && error.reason === 'CLAIM_LOST'))
    return 'CLAIM_LOST';
  if (error instanceof ImageGoneError) return 'IMAGE_GONE';
  return error instanceof GraderFaultError ? 'GRADER_FAULT' : causeOf(error);
}

function causeOf(error: unknown): InterruptionCause {
  if (error instanceof Stop && error.reason === 'SHUTDOWN') return 'WORKER_STOPPED';
  return error instanceof SandboxUnavailableError ? 'ENGINE_FAILED' : 'MACHINE_FAILED';
}

function endOf(ingredients: Ingredients, finishedAt: Date): RunEnd {
  const { graded, anchorsSource } = ingredients;
  switch (graded.outcome) {
    case 'SCORED': {
      const { outcome, result, resamples } = graded;
      return {
        outcome,
        result,
        resamples,
        anchorsSource,
        receipt: receiptOf(ingredients, graded, finishedAt),
      };
    }
    case 'STUDENT_ERROR': {
      const { outcome, reason, message, phase, file, line, rule, code } = graded;
      const errorDetail = { phase, file: file ?? null, line: line ?? null, rule: rule ?? code ?? null };
      return { outcome, reason, message, errorDetail };
    }
    case 'CANCELLED':
      return { outcome: 'CANCELLED', message: 'Cancelled. No attempt was charged.' };
  }
}
