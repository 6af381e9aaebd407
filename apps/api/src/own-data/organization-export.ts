import { logAfter, MAX_LOG_CHUNKS, ownArtifacts, ownRecords, ownSubmissions } from '@holdout/db';
import { Injectable } from '@nestjs/common';
import { ArtifactStore, BlobStore } from '@holdout/storage';
import { Readable } from 'node:stream';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Operation } from '../operation/operation.js';
import { RegradesService } from '../regrades/regrades.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { toErrorDetail, toPhase } from '../runs/run-view.js';
import { RunsService } from '../runs/runs.service.js';
import type { ArchiveEntry } from './zip-stream.js';

/** Reads in a separate operation, with the permissions of the person exporting. */
export type Reading = <T>(work: (operation: Operation) => Promise<T>) => Promise<T>;

/**
 * What one organization has of a person. It is read through the services of the pages, so that an export tells nothing that
 * those would not: no score that the Ladder keeps back, no review that is held, nothing hidden.
 */
@Injectable()
export class OrganizationExport {
  constructor(
    private readonly runs: RunsService,
    private readonly reviews: ReviewsService,
    private readonly regrades: RegradesService,
    private readonly credentials: CredentialsService,
    private readonly blobs: BlobStore,
    private readonly artifacts: ArtifactStore,
  ) {}

  async entries(folder: string, read: Reading): Promise<ArchiveEntry[]> {
    const found = await read(async (operation) => {
      const { organization, userId } = await operation.member();
      const person = { organizationId: organization.id, userId };
      const tx = await operation.tx();
      return {
        records: await ownRecords(tx, person),
        submissions: await ownSubmissions(tx, person),
        artifacts: await ownArtifacts(tx, person),
        credentials: await this.credentials.own(operation),
      };
    });
    const runIds = found.submissions.flatMap(({ runs }) => runs.map(({ id }) => id));
    const json = (name: string, value: unknown) => jsonEntry(`${folder}/${name}.json`, async () => value);
    return [
      ...Object.entries(found.records).map(([name, value]) => json(name, value)),
      json('submissions', found.submissions.map(toSubmission)),
      ...found.submissions.map(({ id, archiveDigest, fileName }) => ({
        name: `${folder}/submissions/${id}-${safe(fileName)}`,
        open: () => this.blobs.get(archiveDigest),
      })),
      ...runIds.flatMap((id) => [
        jsonEntry(`${folder}/runs/${id}.json`, () => read((operation) => this.run(operation, id))),
        { name: `${folder}/runs/${id}.log`, open: async () => Readable.from(wholeLog(id, read)) },
      ]),
      ...found.artifacts.map(({ runId, name, digest }) => ({
        name: `${folder}/runs/${runId}/${name.split('/').map(safe).join('/')}`,
        open: () => this.artifacts.get(digest),
      })),
      json('credentials', found.credentials),
    ];
  }

  /** A run as its page and the page of its score show it. */
  private async run(operation: Operation, id: string) {
    const run = await this.runs.visible(operation, id);
    const { kind, status, outcome, reason, message, seed, queuedAt, startedAt, finishedAt, cpuSeconds } = run;
    return {
      id,
      submissionId: run.submissionId,
      kind,
      status,
      outcome,
      reason,
      message,
      seed,
      queuedAt,
      startedAt,
      finishedAt,
      cpuSeconds,
      validation: run.validation,
      errorDetail: toErrorDetail(run.errorDetail),
      phases: run.phases.map(toPhase),
      score: await this.runs.score(operation, run),
      metrics: await this.runs.metrics(operation, run),
      receipt: (await this.runs.receipt(operation, run))?.envelope ?? null,
      reviewComments: await this.reviews.commentsOf(operation, id),
      regradeRequests: await this.regrades.ofRun(operation, id),
    };
  }
}

export function jsonEntry(name: string, value: () => Promise<unknown>): ArchiveEntry {
  return { name, open: async () => Readable.from([`${JSON.stringify(await value(), null, 2)}\n`]) };
}

function toSubmission({
  assignment,
  runs,
  ...submission
}: Awaited<ReturnType<typeof ownSubmissions>>[number]) {
  const { id, archiveDigest, archiveBytes, fileName, gitCommit, declaration, createdAt } = submission;
  return {
    id,
    assignment: assignment.slug,
    fileName,
    archiveDigest,
    archiveBytes,
    gitCommit,
    declaration,
    createdAt,
    runs: runs.map((run) => run.id),
  };
}

async function* wholeLog(runId: string, read: Reading): AsyncGenerator<string> {
  const after = (sequence: number | null) =>
    read(async (operation) => logAfter(await operation.tx(), runId, sequence));
  let chunks = await after(null);
  for (;;) {
    for (const { text } of chunks) yield text;
    const last = chunks.at(-1);
    if (!last || chunks.length < MAX_LOG_CHUNKS) return;
    chunks = await after(last.sequence);
  }
}

/** A name that any file system takes, and that leaves no folder. */
function safe(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'file';
}
