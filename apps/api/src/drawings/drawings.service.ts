import { Injectable } from '@nestjs/common';
import { assignmentBySlug, createWithRun, drawingOf, keepDrawing, latestVersion, type Tx } from '@holdout/db';
import { canonicalDrawing, readDrawing, type Drawing } from '@holdout/diagram';
import { AssignmentClosedError, BadUserInputError } from '@holdout/domain';
import { gradeRun, JobQueues } from '@holdout/jobs';
import { BlobStore } from '@holdout/storage';
import { z } from 'zod';
import { shownDefinition } from '../assignments/definition.js';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { checkedDeclaration, submittableKind } from '../submissions/submit-rules.js';
import type { SaveDrawingInput, SubmitDrawingInput } from './drawings.inputs.js';
import type { DrawingType } from './drawings.types.js';

const FILE_NAME = 'diagram.json';
/** Canvases are as large as people make them; numbers beyond are of no canvas. */
const FAR = 100_000;

const savedNodes = z.array(z.object({ key: z.string(), x: z.number(), y: z.number() }));
const savedEdges = z.array(z.object({ from: z.string(), to: z.string() }));

@Injectable()
export class DrawingsService {
  constructor(
    private readonly blobs: BlobStore,
    private readonly queues: JobQueues,
  ) {}

  /** The viewer's own, as they left it; null before the first stroke. @throws NotFoundError, BadUserInputError */
  async mine(operation: Operation, assignmentSlug: string): Promise<DrawingType | null> {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const { assignment } = await diagramOf(tx, assignmentSlug);
    const drawing = await drawingOf(tx, assignment.id, userId);
    return drawing && toDrawing(drawing);
  }

  /** Keeps what the viewer is drawing. @throws NotFoundError, AssignmentClosedError, BadUserInputError */
  async save(operation: Operation, { assignmentSlug, nodes, edges }: SaveDrawingInput): Promise<DrawingType> {
    const { userId, organization } = await operation.member();
    const tx = await operation.tx();
    const { assignment, labels } = await diagramOf(tx, assignmentSlug);
    checkedDrawing({ nodes: nodes.map(({ key }) => key), edges }, labels);
    for (const [index, { x, y }] of nodes.entries()) {
      if (Math.abs(x) <= FAR && Math.abs(y) <= FAR) continue;
      throw new BadUserInputError(`nodes.${index}: a place lies within ${FAR} of the middle.`, {
        field: `nodes.${index}`,
        limit: FAR,
      });
    }
    const kept = await keepDrawing(tx, {
      organizationId: organization.id,
      assignmentId: assignment.id,
      studentId: userId,
      nodes: nodes.map(({ key, x, y }) => ({ key, x, y })),
      edges: edges.map(({ from, to }) => ({ from, to })),
      now: operation.startedAt,
    });
    return toDrawing(kept);
  }

  /**
   * Hands a drawing in, by the same rules as an archive: attempts, windows, declaration, queue.
   * @throws BadUserInputError for the drawing; NotFoundError, NotEnrolledError, AssignmentClosedError, AttemptsUsedUpError,
   *   TooManyRunsError
   */
  async submit(operation: Operation, input: SubmitDrawingInput) {
    const member = await operation.member();
    const kind = submittableKind(member, input.kind);
    const declaration = checkedDeclaration(input.declaration ?? null);
    const { assignmentSlug } = input;
    const { labels } = await operation.briefly((tx) => diagramOf(tx, assignmentSlug));
    const drawing = canonicalDrawing(checkedDrawing(input, labels));
    const bytes = Buffer.from(JSON.stringify({ assignment: assignmentSlug, ...drawing }));
    const stored = await this.blobs.put(bytes);
    const tx = await operation.tx();
    const { submission, run } = await createWithRun(tx, {
      organizationId: member.organization.id,
      studentId: member.userId,
      assignmentSlug,
      kind,
      archive: { digest: stored.digest, bytes: stored.size, fileName: FILE_NAME },
      declaration,
      now: operation.startedAt,
    });
    await putOnRecord(operation, {
      action: 'drawing.submitted',
      subjectType: 'submission',
      subjectId: submission.id,
      detail: { assignmentSlug, kind, digest: stored.digest },
    });
    // If the ticket is lost, the sweeper adds another one.
    operation.afterCommit(() => gradeRun.add(this.queues, { runId: run.id, attempt: 1 }));
    return submission;
  }
}

/** An assignment that is drawn, with the labels on offer. */
async function diagramOf(tx: Tx, slug: string) {
  const assignment = await assignmentBySlug(tx, slug);
  const version = await latestVersion(tx, assignment.id);
  if (!version) throw new AssignmentClosedError(assignment.title, 'It has not been published yet.');
  const { diagram } = shownDefinition.parse(version.definition);
  if (diagram) return { assignment, labels: diagram.labels };
  throw new BadUserInputError(`"${assignment.title}" is not a diagram. Hand in an archive of your project.`, {
    field: 'assignmentSlug',
  });
}

/** @throws BadUserInputError */
function checkedDrawing(value: Drawing, labels: Parameters<typeof readDrawing>[1]): Drawing {
  const { drawing, rejection } = readDrawing(value, labels);
  if (drawing) return drawing;
  throw new BadUserInputError(rejection.message, { field: rejection.place });
}

const toDrawing = (row: { nodes: unknown; edges: unknown; savedAt: Date }): DrawingType => ({
  nodes: savedNodes.parse(row.nodes),
  edges: savedEdges.parse(row.edges),
  savedAt: row.savedAt,
});
