import { Injectable } from '@nestjs/common';
import {
  Database,
  heldRuns,
  packagesOfImages,
  reproductionBy,
  reproductionsOf,
  requestReproduction,
} from '@holdout/db';
import { ConflictError, NotFoundError, REPRODUCTIONS_PER_DAY, REPRODUCTIONS_PER_RUN } from '@holdout/domain';
import { gradeRun, JobQueues } from '@holdout/jobs';
import { z } from 'zod';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { RunRow } from '../runs/run-view.js';
import { RunsService } from '../runs/runs.service.js';
import { toReproduction, type ReproductionRow } from './reproduction-view.js';
import type { GradingImageType, ReproductionType } from './reproductions.types.js';

const provenance = z.object({ images: z.record(z.string(), z.string()).default({}) });

@Injectable()
export class ReproductionsService {
  constructor(
    private readonly runs: RunsService,
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
    private readonly database: Database,
  ) {}

  /**
   * Has a scored run repeated: a student's own, or any of the organization for staff.
   * @throws NotFoundError, ConflictError, RateLimitedError, TooManyRunsError
   */
  async request(operation: Operation, runId: string): Promise<ReproductionType> {
    const member = await operation.member();
    const run = await this.runs.visible(operation, runId);
    if (run.kind === 'REPRODUCTION')
      throw new ConflictError('This run is a reproduction itself. Reproduce the run that it repeats.');
    if (run.outcome !== 'SCORED')
      throw new ConflictError('Only a scored run can be reproduced: there is nothing to compare with.');
    const staff = isStaff(member);
    const tx = await operation.tx();
    if (!staff && (await heldRuns(tx, [run.id])).has(run.id))
      throw new ConflictError('Its result is held. Reproduce it once your instructor has released it.');
    const row = await requestReproduction(tx, {
      organizationId: member.organization.id,
      original: run,
      requestedById: member.userId,
      limits: staff
        ? { perDay: REPRODUCTIONS_PER_DAY.STAFF, perRun: null }
        : { perDay: REPRODUCTIONS_PER_DAY.STUDENT, perRun: REPRODUCTIONS_PER_RUN },
      now: operation.startedAt,
    });
    await putOnRecord(operation, {
      action: 'run.reproduction-requested',
      subjectType: 'run',
      subjectId: run.id,
      detail: { reproductionId: row.id },
    });
    // If the ticket is lost, the sweeper adds another one.
    operation.afterCommit(() => gradeRun.add(this.queues, { runId: row.runId, attempt: 1 }));
    operation.afterCommit(() => this.database.system.followQueue());
    return this.shown(operation, row);
  }

  /** Reproductions of a run that its reader may see, newest first. */
  async of(operation: Operation, run: RunRow): Promise<ReproductionType[]> {
    const rows = await reproductionsOf(await operation.tx(), run.id);
    return Promise.all(rows.map((row) => this.shown(operation, row)));
  }

  /** What a run of kind REPRODUCTION repeats; null for any other run. */
  async by(operation: Operation, run: RunRow): Promise<ReproductionType | null> {
    if (run.kind !== 'REPRODUCTION') return null;
    const row = await reproductionBy(await operation.tx(), run.id);
    return row && this.shown(operation, row);
  }

  /** The images that a run was graded in, with what is known of what they hold. */
  async images(operation: Operation, run: RunRow): Promise<GradingImageType[]> {
    const images = imagesOf(run);
    if (images.length === 0) return [];
    const known = await packagesOfImages(
      await operation.tx(),
      images.map(([, id]) => id),
    );
    return images.map(([name, id]) => {
      const list = known.find(({ imageId }) => imageId === id);
      const packageCount = list ? list.packages.trim().split('\n').length : null;
      return { name, id, packageCount, packagesDigest: list?.digest ?? null };
    });
  }

  /** The packages of one of those images, one to a line. @throws NotFoundError */
  async packages(operation: Operation, runId: string, name: string): Promise<string> {
    const run = await this.runs.visible(operation, runId);
    const id = imagesOf(run).find(([known]) => known === name)?.[1];
    const [list] = id ? await packagesOfImages(await operation.tx(), [id]) : [];
    if (!list) throw new NotFoundError('The package list');
    return list.packages;
  }

  private async shown(operation: Operation, row: ReproductionRow): Promise<ReproductionType> {
    const member = await operation.member();
    const reader = { userId: member.userId, isStaff: isStaff(member) };
    const name = row.isFromOutside ? null : await this.names.of(operation, row.requestedById);
    return toReproduction(row, reader, name);
  }
}

const imagesOf = (run: RunRow): [string, string][] =>
  run.provenance ? Object.entries(provenance.parse(run.provenance).images) : [];
