import type { MetricResult, RunKind } from '@holdout/domain';
import { gradeSubmission, type Graded, type PhaseEnd, type PhaseStart } from '@holdout/grading';
import { DockerSandbox } from '@holdout/sandbox';
import { randomUUID } from 'node:crypto';
import type { Metric, Phase } from '../api/run.js';
import type { RunProgress } from '../output/run-progress.js';
import type { Anchors, Finished } from '../output/run-report.js';
import type { Kit } from './kit.js';
import type { Local } from './images.js';

export const LOCAL_KIND: RunKind = 'PRACTICE';
const DEFAULT_SEED = 7;
/** Fixed, so that the same project always gets the same result here. */
const LOCAL_SALT = '0'.repeat(64);

/**
 * Grade an archive on the public sample, step by step as the server does: same containers, limits and scorer.
 * @throws SandboxUnavailableError when the engine fails, GraderFaultError when the assignment does.
 */
export async function gradeLocally(
  local: Local,
  kit: Kit,
  archive: Buffer,
  progress: RunProgress,
  signal: AbortSignal,
): Promise<Graded> {
  const runId = randomUUID();
  const sandbox = new DockerSandbox({
    dockerHost: local.dockerHost,
    deploymentId: 'check',
    workerId: `check-${process.pid}`,
    pool: { memoryBytes: 0 },
  });
  try {
    return await gradeSubmission(
      { sandbox, images: local.images },
      {
        runId,
        organizationId: 'local',
        archive,
        definition: kit.definition,
        bundles: { public: kit.publicBundle, hidden: null },
        kind: LOCAL_KIND,
        split: 'SAMPLE',
        salt: LOCAL_SALT,
        seed: DEFAULT_SEED,
        resampleSeed: DEFAULT_SEED,
        anchors: kit.anchors,
        signal,
      },
      {
        phaseStarted: (phase) => progress.phase(asPhase(phase)),
        phaseEnded: (phase, end) => progress.phase(asPhase(phase, end)),
        log: (_phase, chunk) => progress.log(chunk.toString('utf8')),
      },
    );
  } finally {
    await sandbox.close();
  }
}

/** The result in the form that reports of the server's runs have. */
export function asFinished(graded: Graded): Finished {
  const nothing = {
    kind: LOCAL_KIND,
    outcome: graded.outcome,
    isHeld: false,
    reason: null,
    message: null,
    errorDetail: null,
    score: null,
    metrics: [],
  };
  if (graded.outcome === 'CANCELLED') return nothing;
  if (graded.outcome === 'STUDENT_ERROR') {
    const { reason, message, phase, file, line, rule } = graded;
    return {
      ...nothing,
      reason,
      message,
      errorDetail: { phase, file: file ?? null, line: line ?? null, rule: rule ?? null },
    };
  }
  const { points, passMark, passed, gates, findings, metrics, split } = graded.result;
  return {
    ...nothing,
    score: {
      ...points,
      passMark,
      isPassed: passed,
      isProvisional: false,
      anchorsSource: 'LOCAL',
      split,
      gates,
      findings,
      ladder: null,
    },
    metrics: metrics.map(asMetric),
  };
}

/** What the references reach, by metric. */
export function anchorsOfKit({ anchors }: Kit): Anchors {
  return new Map(Object.entries(anchors.metrics));
}

function asMetric({ graded, ...metric }: MetricResult): Metric {
  return { ...metric, isGraded: graded };
}

function asPhase({ position, name, label, limitSeconds }: PhaseStart, end?: PhaseEnd): Phase {
  const wallMs = end?.usage.wallMs ?? null;
  return {
    id: String(position),
    name,
    label,
    status: end?.status ?? 'RUNNING',
    attempt: 1,
    position,
    limitSeconds,
    wallMs,
  };
}
