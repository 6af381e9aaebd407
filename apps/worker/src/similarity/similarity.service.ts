import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import {
  Database,
  failSimilarityReport,
  finishSimilarityReport,
  recordSimilarityProgress,
  similarityReportById,
  starterDigestsOf,
  worksToCompare,
  type Tx,
} from '@holdout/db';
import { SIMILARITY_LIMITS as LIMITS } from '@holdout/domain';
import type { compareSubmissions, PayloadOf } from '@holdout/jobs';
import { WINNOWING } from '@holdout/similarity';
import { BlobStore } from '@holdout/storage';
import { compareApart, ComparisonTooLargeError } from './compare-apart.js';
import { readStarter, readWorks } from './works.js';

type Ticket = PayloadOf<typeof compareSubmissions>;
type Report = Awaited<ReturnType<typeof similarityReportById>>;

/** How often progress is stored. */
const PROGRESS_MS = 500;

/** Compares what the students of a cohort handed in, and stores the report. */
@Injectable()
export class SimilarityService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly logger: PinoLogger,
  ) {}

  /** Makes a report, from the beginning if a killed worker left it unfinished. Does nothing if it has ended already. */
  async run({ organizationId, id }: Ticket): Promise<void> {
    const report = await this.inTenant(organizationId, (tx) => similarityReportById(tx, id));
    if (report.finishedAt) return;
    try {
      await this.compare(report);
    } catch (error) {
      this.logger.error({ err: error, reportId: id }, 'works could not be compared');
      const message =
        error instanceof ComparisonTooLargeError
          ? `${error.message} Compare without earlier cohorts, or tell your operator.`
          : 'The platform failed while it compared. Ask again; if it fails again, tell your operator the time.';
      await this.inTenant(organizationId, (tx) => failSimilarityReport(tx, id, message, new Date()));
    }
  }

  private async compare(report: Report): Promise<void> {
    const { id: reportId, organizationId } = report;
    const [rows, starters] = await this.inTenant(organizationId, async (tx) => [
      await worksToCompare(tx, report, LIMITS.works),
      await starterDigestsOf(tx, report.assignmentId),
    ]);
    const { works, leftOut } = await readWorks(this.blobs, rows.slice(0, LIMITS.works));
    const given = await Promise.all(starters.map((digest) => readStarter(this.blobs, digest)));
    const found = await this.followed(report, works.length, (onRead) =>
      compareApart({ works, given }, onRead),
    );
    const findings = {
      pairs: found.pairs,
      histogram: found.histogram,
      commonFingerprints: found.commonFingerprints,
      winnowing: WINNOWING,
      givenFiles: given.flat().length,
      leftOut: leftOut + rows.length - Math.min(rows.length, LIMITS.works),
      works: works.map(({ id: runId, studentId, isEarlier }, place) => ({
        runId,
        studentId,
        isEarlier,
        fingerprints: found.works[place]?.fingerprints ?? 0,
        isTooShort: found.works[place]?.isTooShort ?? true,
      })),
    };
    await this.inTenant(organizationId, (tx) =>
      finishSimilarityReport(tx, { organizationId, reportId }, findings, new Date()),
    );
    this.logger.info({ reportId, works: works.length, pairs: found.pairs.length }, 'works were compared');
  }

  /** Stores from time to time how many works have been read. */
  private async followed<T>(
    { id, organizationId }: Report,
    worksPlanned: number,
    work: (onRead: (works: number) => void) => Promise<T>,
  ): Promise<T> {
    let worksRead = 0;
    const tell = (): Promise<void> =>
      this.inTenant(organizationId, (tx) => recordSimilarityProgress(tx, id, { worksRead, worksPlanned }));
    await tell();
    const timer = setInterval(
      () =>
        void tell().catch((error: unknown) =>
          this.logger.warn({ err: error, reportId: id }, 'progress of a comparison was not written'),
        ),
      PROGRESS_MS,
    );
    try {
      return await work((count) => (worksRead = count));
    } finally {
      clearInterval(timer);
    }
  }

  private inTenant<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}
