import { Injectable } from '@nestjs/common';
import { assignmentBySlug, createWithRun, latestVersion } from '@holdout/db';
import { AssignmentClosedError } from '@holdout/domain';
import { JobQueues, gradeRun } from '@holdout/jobs';
import { BlobStore } from '@holdout/storage';
import { shownDefinition } from '../assignments/definition.js';
import { GitFetcher } from '../git/git-fetcher.js';
import { checkedCommit, repositoryOf } from '../git/repository.js';
import type { Operation } from '../operation/operation.js';
import type { GitSubmitInput } from './submissions.inputs.js';
import { archiveLimits, checkedDeclaration, submittableKind } from './submit-rules.js';

/**
 * Submissions from a repository. The archive is what the server sent, unopened: a packfile. It is unpacked where archives are, in a
 * container without a network, and only if the commit in it has the name that was asked for.
 */
@Injectable()
export class GitSubmissionsService {
  constructor(
    private readonly fetcher: GitFetcher,
    private readonly blobs: BlobStore,
    private readonly queues: JobQueues,
  ) {}

  /**
   * @throws BadUserInputError for the address, the commit or what came; RateLimitedError;
   *   NotFoundError, NotEnrolledError, AssignmentClosedError, AttemptsUsedUpError, TooManyRunsError
   */
  async submit(operation: Operation, input: GitSubmitInput) {
    const member = await operation.member();
    const kind = submittableKind(member, input.kind);
    const declaration = checkedDeclaration(input.declaration ?? null);
    const repository = repositoryOf(input.url);
    const commit = checkedCommit(input.commit);
    const { assignmentSlug } = input;
    const maxBytes = await this.archiveBytes(operation, assignmentSlug);
    const pack = await this.fetcher.fetch({ repository, commit, maxBytes, userId: member.userId });
    const { digest, size: bytes } = await this.blobs.put(pack);
    const { submission, run } = await createWithRun(await operation.tx(), {
      organizationId: member.organization.id,
      studentId: member.userId,
      assignmentSlug,
      kind,
      archive: { digest, bytes, fileName: `${repository.name}@${commit.slice(0, 8)}` },
      gitCommit: commit,
      declaration,
      now: operation.startedAt,
    });
    // If the ticket is lost, the sweeper adds another one.
    operation.afterCommit(() => gradeRun.add(this.queues, { runId: run.id, attempt: 1 }));
    return submission;
  }

  /** Asked in a transaction of its own: fetching must not hold one open. */
  private archiveBytes(operation: Operation, assignmentSlug: string): Promise<number> {
    return operation.briefly(async (tx) => {
      const assignment = await assignmentBySlug(tx, assignmentSlug);
      const version = await latestVersion(tx, assignment.id);
      if (!version) throw new AssignmentClosedError(assignment.title, 'It has not been published yet.');
      return archiveLimits(assignment, shownDefinition.parse(version.definition)).archiveBytes;
    });
  }
}
