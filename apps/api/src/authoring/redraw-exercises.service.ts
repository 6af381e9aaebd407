import { Injectable } from '@nestjs/common';
import { authoredDiagram, createImport, newestRedraw, stagesOf } from '@holdout/db';
import { ConflictError } from '@holdout/domain';
import { importAssignment, JobQueues } from '@holdout/jobs';
import { ArtifactStore } from '@holdout/storage';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { diagramText } from '../tracks/roadmap-json.js';
import { RoadmapHistory } from '../tracks/roadmap-history.js';
import { importView } from './assignment-imports.service.js';
import type { AssignmentImportType } from './assignment-imports.types.js';
import { DRAWN_HERE, redrawFolder } from './redraw-folder.js';

/** Exercises that ask for a concept diagram from memory, made of what was published of it. */
@Injectable()
export class RedrawExercisesService {
  constructor(
    private readonly history: RoadmapHistory,
    private readonly passing: ArtifactStore,
    private readonly queues: JobQueues,
  ) {}

  /**
   * Has a worker publish the exercise, or its next version, like any other folder of an assignment.
   * @throws NotFoundError, RateLimitedError; ConflictError where nothing is published, or the name is another
   *     assignment's or that of an exercise with more than a diagram has
   */
  async publish(operation: Operation, diagramId: string): Promise<AssignmentImportType> {
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const trackId = await this.history.track(operation);
    const diagram = await authoredDiagram(tx, trackId, { id: diagramId });
    const { newest } = await this.history.of(operation, { diagramId: diagram.id }, (content) =>
      diagramText.parse(content),
    );
    if (!newest || !diagram.publishedAt)
      throw new ConflictError('Students do not see this diagram. Publish it first; then they can redraw it.');
    const [first] = await stagesOf(tx, trackId);
    const stageSlug = newest.stageSlug ?? first?.slug;
    if (!stageSlug) throw new ConflictError('An exercise belongs to a stage. Publish a stage first.');
    const slug = `redraw-${diagram.slug}`;
    const published = await newestRedraw(tx, slug);
    if (published && published.origin !== DRAWN_HERE)
      throw new ConflictError(
        `The exercise "${slug}" came as a folder, with labels, arrows that cost nothing and skills that a diagram does not have. ` +
          `Change it there, so that they stay: holdout assignment export ${slug}, then import the folder with its next version.`,
      );
    const version = (published?.version ?? 0) + 1;
    const folder = redrawFolder({ slug, version, stageSlug, picture: diagram.slug, text: newest });
    const { digest, size } = await this.passing.put(folder);
    const made = await createImport(tx, {
      organizationId: organization.id,
      requestedBy: userId,
      folderName: slug,
      publish: true,
      archiveDigest: digest,
      archiveBytes: size,
    });
    await putOnRecord(operation, {
      action: 'diagram.redraw-requested',
      subjectType: 'diagram',
      subjectId: diagram.id,
      detail: { diagram: diagram.slug, assignment: slug, version, importId: made.id },
    });
    // If the job is lost, a worker adds another one.
    operation.afterCommit(() =>
      importAssignment.add(this.queues, { organizationId: organization.id, id: made.id }),
    );
    return importView(made);
  }
}
