import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database, expireArtifacts, recordAudit } from '@holdout/db';
import { expireArtifactFiles, JobQueues } from '@holdout/jobs';
import { ArtifactStore, BlobRemover } from '@holdout/storage';
import { WORKER_CONFIG } from '../platform/tokens.js';

const ROUND_MS = 60 * 60 * 1000;
const AT_ONCE = 500;
/** A file is stored a moment before its run is, so newer files without a run are left alone. */
const UNCLAIMED_MS = 60 * 60 * 1000;

/**
 * Deletes files of runs after their retention period: first it closes each organization's records, then it deletes the
 * content that no run of any organization refers to any more.
 */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly artifacts: ArtifactStore,
    private readonly remover: BlobRemover,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  async start(): Promise<void> {
    this.queues.consume(expireArtifactFiles, () => this.tryRound(), { concurrency: 1 });
    await this.queues.schedule(expireArtifactFiles, ROUND_MS);
  }

  /**
   * @returns how many files of runs expired, how many were deleted because nothing refers to them any more, and how many were that authors
   * sent to earlier versions
   */
  async round(): Promise<{ expired: number; removed: number; passed: number }> {
    const expired = await this.expire();
    const removed = await this.removeUnclaimed(new Date(Date.now() - UNCLAIMED_MS));
    return { expired, removed, passed: await this.removePassed() };
  }

  /** What fails is tried again in the next round. */
  private async tryRound(): Promise<void> {
    try {
      const { expired, removed, passed } = await this.round();
      if (expired + removed + passed > 0)
        this.logger.info({ expired, removed, passed }, 'deleted files of runs and of authors');
    } catch (error) {
      this.logger.error({ err: error }, 'files of runs could not be deleted; the next round tries again');
    }
  }

  /** Closes expired records, organization by organization, with an audit entry that its administrator can read. */
  private async expire(): Promise<number> {
    const days = this.config.ARTIFACT_RETENTION_DAYS;
    let count = 0;
    for (;;) {
      const expired = await this.database.system.expiredArtifacts(days, AT_ONCE);
      const byOrganization = Map.groupBy(expired, ({ organizationId }) => organizationId);
      for (const [organizationId, artifacts] of byOrganization) {
        count += await this.database.inTenant({ organizationId, userId: null }, async (tx) => {
          const what = await expireArtifacts(
            tx,
            artifacts.map(({ id }) => id),
            new Date(),
          );
          await recordAudit(tx, {
            organizationId,
            actorId: null,
            action: 'artifacts.deleted',
            subjectType: 'organization',
            subjectId: organizationId,
            detail: { ...what, keptDays: days },
          });
          return what.count;
        });
      }
      if (expired.length < AT_ONCE) return count;
    }
  }

  /** @param before files stored later may belong to a run that is about to end */
  private async removeUnclaimed(before: Date): Promise<number> {
    let removed = 0;
    for await (const digest of this.artifacts.storedBefore(before)) {
      const remove = (): Promise<void> => this.artifacts.delete(digest);
      if (await this.database.system.removeUnlessKept(digest, remove)) removed += 1;
    }
    return removed;
  }

  /** Versions before 28 November 2026 put what authors sent among the permanent content. */
  private async removePassed(): Promise<number> {
    let count = 0;
    for (;;) {
      const digests = await this.database.system.removableContent(AT_ONCE);
      for (const digest of digests) {
        await this.remover.delete(digest);
        await this.database.system.forgetContent(digest);
      }
      count += digests.length;
      if (digests.length < AT_ONCE) return count;
    }
  }
}
