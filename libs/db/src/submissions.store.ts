import { randomInt } from 'node:crypto';
import {
  AssignmentClosedError,
  NotFoundError,
  assertAttemptLeft,
  integrityPolicyOf,
  type AiUse,
} from '@holdout/domain';
import { assignmentBySlug, latestVersion } from './assignments.store.js';
import { lockAttempts, studentPolicy } from './attempts.store.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { checkedId, newId } from './ids.js';
import { toNullableJson } from './json.js';
import { assertWithinQuotas, quotasOn } from './quotas.store.js';
import { freezeTeamOf } from './teams.store.js';

export interface NewSubmission {
  organizationId: string;
  studentId: string;
  assignmentSlug: string;
  /** DRY_RUN is for staff: it is scored like practice, needs no enrollment and counts nowhere. */
  kind: 'PRACTICE' | 'CERTIFICATION' | 'DRY_RUN';
  archive: { digest: string; bytes: number; fileName: string };
  /** The archive is a git packfile with this commit. */
  gitCommit?: string;
  declaration: { aiUse: AiUse; help: string; isOwnWork?: boolean } | null;
  now: Date;
}

/**
 * Creates a submission and its run, if the assignment is open and an attempt is left. Two simultaneous submits cannot
 * both take the last attempt. A team member's submission belongs to the team, and freezes it.
 * @throws NotFoundError, NotEnrolledError, AssignmentClosedError, AttemptsUsedUpError, TooManyRunsError,
 *   QuotaSpentError
 */
export async function createWithRun(tx: Tx, submission: NewSubmission) {
  const { organizationId, studentId, kind, now, archive, declaration } = submission;
  const assignment = await assignmentBySlug(tx, submission.assignmentSlug);
  const isAttempt = kind !== 'DRY_RUN';
  // Independent queries are sent together here and below, because a student waits for the answer.
  const [version] = await Promise.all([
    latestVersion(tx, assignment.id),
    isAttempt ? lockAttempts(tx, studentId) : undefined,
  ]);
  if (!version) throw new AssignmentClosedError(assignment.title, 'It has not been published yet.');
  let teamId: string | null = null;
  if (isAttempt) {
    teamId = await freezeTeamOf(tx, { assignmentId: assignment.id, studentId, now });
    const [policy, quotas] = await Promise.all([
      studentPolicy(tx, { assignment, version, studentId, now }),
      quotasOn(tx, studentId),
    ]);
    if (policy.window.closedReason)
      throw new AssignmentClosedError(assignment.title, policy.window.closedReason);
    assertAttemptLeft(kind, policy.rules, policy.counts, now, policy.timeZone);
    const resource = resourceOf(version.definition);
    assertWithinQuotas(quotas, { now, resource, bytes: archive.bytes });
  }
  const created = await tx.submission.create({
    data: {
      id: newId(),
      organizationId,
      assignmentId: assignment.id,
      studentId,
      teamId,
      archiveDigest: archive.digest,
      archiveBytes: archive.bytes,
      fileName: archive.fileName,
      gitCommit: submission.gitCommit ?? null,
      // Stored with its wording at that time: a later version may ask for something else.
      declaration: toNullableJson(
        declaration && { ...declaration, policy: integrityPolicyOf(version.definition) },
      ),
      createdAt: now,
    },
  });
  const run = await tx.run.create({
    data: {
      id: newId(),
      organizationId,
      submissionId: created.id,
      assignmentVersionId: version.id,
      studentId,
      kind,
      seed: randomInt(1, 2 ** 31 - 1),
      queuedAt: now,
    },
  });
  return { submission: created, run, assignment, version };
}

/** The resource that its runs are metered in; the queue uses the same rule. */
export function resourceOf(definition: Prisma.JsonValue): 'CPU' | 'GPU' {
  const { labels } = definition as { labels?: string[] };
  return labels?.includes('gpu') ? 'GPU' : 'CPU';
}

/** @throws NotFoundError */
export async function submissionById(tx: Tx, id: string) {
  const submission = await tx.submission.findUnique({ where: { id: checkedId(id, 'The submission') } });
  if (!submission) throw new NotFoundError('The submission');
  return submission;
}

export function submissionsByIds(tx: Tx, ids: readonly string[]) {
  return tx.submission.findMany({ where: { id: { in: [...ids] } } });
}
