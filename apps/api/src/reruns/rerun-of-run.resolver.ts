import { committedWorksOf, type CommittedWork } from '@holdout/db';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';
import { RerunOfRunType } from './reruns.types.js';

const committedById = (operation: Operation) =>
  new DataLoader<string, CommittedWork | null>(async (ids) => {
    const works = await committedWorksOf(await operation.tx(), ids);
    return ids.map((id) => works.find((work) => work.runId === id || work.originalRunId === id) ?? null);
  });

@Resolver(() => RunType)
export class RerunOfRunResolver {
  @ResolveField(() => RerunOfRunType, {
    nullable: true,
    description: 'A committed re-run that the run came from, or that took its place.',
  })
  async rerun(
    @CurrentOperation() operation: Operation,
    @Parent() run: RunRow,
  ): Promise<RerunOfRunType | null> {
    const work = await operation.shared(committedById).load(run.id);
    if (!work?.runId || !work.committedAt) return null;
    const { originalRunId, runId, committedAt, rerun } = work;
    return {
      originalRunId,
      runId,
      committedAt,
      version: rerun.assignmentVersion.version,
      reason: rerun.reason ?? '',
    };
  }
}
