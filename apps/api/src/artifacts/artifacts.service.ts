import { Injectable } from '@nestjs/common';
import { artifactById, artifactsOf } from '@holdout/db';
import { NotFoundError, shortRunId } from '@holdout/domain';
import { ArtifactStore } from '@holdout/storage';
import type { Readable } from 'node:stream';
import { noteStaffAccess } from '../audit/staff-access.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import type { RunRow } from '../runs/run-view.js';
import { RunsService } from '../runs/runs.service.js';

@Injectable()
export class ArtifactsService {
  constructor(
    private readonly runs: RunsService,
    private readonly store: ArtifactStore,
  ) {}

  /** Files of a run that its reader may see; those made from hidden rows are shown to staff only. */
  async of(operation: Operation, run: RunRow) {
    const withHidden = isStaff(await operation.member());
    return artifactsOf(await operation.tx(), run.id, { withHidden });
  }

  /** @throws NotFoundError also for what the reader may not see, and for what was deleted */
  async download(
    operation: Operation,
    runId: string,
    id: string,
  ): Promise<{ name: string; bytes: number; content: Readable }> {
    const run = await this.runs.visible(operation, runId);
    const artifact = await artifactById(await operation.tx(), run.id, id);
    const isKeptBack = artifact.isHidden && !isStaff(await operation.member());
    if (isKeptBack || artifact.deletedAt) throw new NotFoundError('The file');
    const { bytes, name } = artifact;
    const looked = { action: 'run.file-downloaded', runId: run.id, studentId: run.studentId, name } as const;
    await operation.briefly((tx) => noteStaffAccess(tx, operation, looked));
    return { name: fileNameOf(run.id, name), bytes, content: await this.store.get(artifact.digest) };
  }
}

/** A name that any file system takes, and that says which run it is from. */
function fileNameOf(runId: string, name: string): string {
  return `${shortRunId(runId)}-${name.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}`;
}
