import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  cohortBySlug,
  commitRerun,
  countedWorks,
  Database,
  discardRerun,
  openRerun,
  openRerunToDecide,
  publishedVersions,
  queueWorks,
  rerunById,
  rerunsOf,
  rerunSummary,
  rerunWorkPage,
  type RerunRow,
} from '@holdout/db';
import { credentialEffect, NotFoundError, RERUN_LIMITS } from '@holdout/domain';
import { gradeRun, JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { PublishedVersionType, RerunInput, RerunType, RerunWorkConnectionType } from './reruns.types.js';

const SHOWN = { reruns: 10, versions: 5 };

type Subject = Omit<RerunInput, 'version'>;

/** A cohort's counted work, run again on a later version: a sample, the rest, a preview, and then all of it or nothing. */
@Injectable()
export class RerunsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
    private readonly database: Database,
  ) {}

  /** The newest versions, with how much each would have to run. @throws NotFoundError */
  async versions(operation: Operation, of: Subject): Promise<PublishedVersionType[]> {
    const tx = await operation.tx();
    const subject = await this.found(operation, of);
    const versions = (await publishedVersions(tx, subject.assignmentId)).slice(0, SHOWN.versions);
    return Promise.all(
      versions.map(async (version) => {
        const works = await countedWorks(tx, { ...subject, version });
        return {
          version: version.version,
          publishedAt: version.publishedAt ?? operation.startedAt,
          works: works.length,
          seconds: works.reduce((sum, { seconds }) => sum + seconds, 0),
        };
      }),
    );
  }

  /** @throws NotFoundError, ConflictError, QuotaSpentError */
  async begin(operation: Operation, { version: wanted, ...of }: RerunInput): Promise<RerunType> {
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const subject = await this.found(operation, of);
    const version = (await publishedVersions(tx, subject.assignmentId)).find((one) => one.version === wanted);
    if (!version) throw new NotFoundError(`Version ${wanted} of "${of.assignmentSlug}"`);
    const { id, runIds } = await openRerun(tx, {
      ...subject,
      version,
      organizationId: organization.id,
      requestedById: userId,
      now: operation.startedAt,
    });
    this.awake(operation, runIds);
    const rerun = await rerunById(tx, id);
    await putOnRecord(operation, {
      action: 'rerun.begun',
      subjectType: 'rerun',
      subjectId: rerun.id,
      detail: { ...of, version: wanted, sample: runIds.length },
    });
    return this.shown(operation, rerun);
  }

  /** Runs the rest, and again what our own machines failed. @throws NotFoundError, ConflictError, QuotaSpentError */
  async continue(operation: Operation, id: string): Promise<RerunType> {
    const tx = await operation.tx();
    const rerun = await openRerunToDecide(tx, id);
    const runIds = await queueWorks(tx, rerun, 'ALL', operation.startedAt);
    this.awake(operation, runIds);
    await putOnRecord(operation, {
      action: 'rerun.continued',
      subjectType: 'rerun',
      subjectId: rerun.id,
      detail: { runs: runIds.length },
    });
    return this.shown(operation, rerun);
  }

  /** Puts its scores in force; the worker does it. @throws NotFoundError, BadUserInputError, ConflictError */
  async commit(operation: Operation, id: string, given: string): Promise<RerunType> {
    const reason = checkedReason(given, 1);
    const tx = await operation.tx();
    const { userId } = await operation.member();
    const rerun = await openRerunToDecide(tx, id);
    await commitRerun(tx, rerun, { reason, decidedById: userId, now: operation.startedAt });
    await putOnRecord(operation, {
      action: 'rerun.committed',
      subjectType: 'rerun',
      subjectId: rerun.id,
      detail: { reason },
    });
    await rescoreLater(operation, this.queues, { kind: 'RERUN', subjectId: rerun.id, reason });
    return this.one(operation, id);
  }

  /** Nothing of it counts. @throws NotFoundError, BadUserInputError, ConflictError */
  async discard(operation: Operation, id: string, given: string): Promise<RerunType> {
    const reason = checkedReason(given, 0) || null;
    const tx = await operation.tx();
    const { userId } = await operation.member();
    const rerun = await openRerunToDecide(tx, id);
    await discardRerun(tx, rerun, { reason, decidedById: userId, now: operation.startedAt });
    await putOnRecord(operation, {
      action: 'rerun.discarded',
      subjectType: 'rerun',
      subjectId: rerun.id,
      detail: { reason },
    });
    return this.one(operation, id);
  }

  /** @throws NotFoundError */
  async one(operation: Operation, id: string): Promise<RerunType> {
    return this.shown(operation, await rerunById(await operation.tx(), id));
  }

  /** @throws NotFoundError */
  async newest(operation: Operation, of: Subject): Promise<RerunType[]> {
    const rows = await rerunsOf(await operation.tx(), await this.found(operation, of), SHOWN.reruns);
    return Promise.all(rows.map((row) => this.shown(operation, row)));
  }

  async summary(operation: Operation, id: string) {
    return rerunSummary(await operation.tx(), id);
  }

  /** @throws BadUserInputError for a page that is too large */
  async works(
    operation: Operation,
    id: string,
    { first, after }: { first: number; after: string | null },
  ): Promise<RerunWorkConnectionType> {
    const page = { first: checkedPageSize(first), after };
    const { rows, hasNextPage } = await rerunWorkPage(await operation.tx(), id, page);
    return {
      nodes: await Promise.all(
        rows.map(async ({ studentId, hasCredential, ...work }) => ({
          ...work,
          student: await this.names.of(operation, studentId),
          credential: work.isPassed === null ? null : credentialEffect(hasCredential, work.isPassed),
        })),
      ),
      pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null },
    };
  }

  private async found(operation: Operation, { assignmentSlug, cohortSlug }: Subject) {
    const tx = await operation.tx();
    const assignment = await assignmentBySlug(tx, assignmentSlug);
    const cohort = await cohortBySlug(tx, cohortSlug);
    return { assignmentId: assignment.id, cohortId: cohort.id };
  }

  private async shown(operation: Operation, rerun: RerunRow): Promise<RerunType> {
    const { assignment, cohort, assignmentVersion, requestedById, decidedById, ...row } = rerun;
    return {
      ...row,
      assignmentSlug: assignment.slug,
      cohortSlug: cohort.slug,
      cohortName: cohort.name,
      version: assignmentVersion.version,
      requestedBy: await this.names.of(operation, requestedById),
      decidedBy: decidedById && (await this.names.of(operation, decidedById)),
    };
  }

  /** A ticket that is lost is added again by the sweeper. */
  private awake(operation: Operation, runIds: readonly string[]): void {
    operation.afterCommit(async () => {
      for (const runId of runIds) await gradeRun.add(this.queues, { runId, attempt: 1 });
    });
    operation.afterCommit(() => this.database.system.followQueue());
  }
}

const checkedReason = (given: string, least: number): string =>
  checkedText(given, {
    field: 'reason',
    least,
    limit: RERUN_LIMITS.reason,
    message: `Give a reason of ${least} to ${RERUN_LIMITS.reason} characters.`,
  });
