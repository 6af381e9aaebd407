import { NotFoundError, type AssignmentKind } from '@holdout/domain';
import type { Tx } from './database.js';
import { Prisma } from './generated/client.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';
import { newestRubric } from './rubrics.store.js';
import type { StageRow } from './tracks.store.js';

/**
 * Everything that the page of a version shows. The definition contains more than students may see, so select from it.
 */
export const versionDetails = {
  dataset: { include: { splits: { orderBy: { name: 'asc' } } } },
  grader: true,
  calibration: true,
  ...newestRubric,
} satisfies Prisma.AssignmentVersionInclude;

export interface AssignmentRow {
  id: string;
  organizationId: string;
  stageId: string;
  slug: string;
  kind: AssignmentKind;
  title: string;
  summary: string;
  stage: StageRow;
}

const columns = Prisma.sql`
  a.id::text AS id, a.organization_id::text AS "organizationId", a.stage_id::text AS "stageId", a.slug, a.kind::text AS kind,
    a.title, a.summary, json_build_object('id', s.id, 'trackId', s.track_id, 'slug', s.slug, 'position', s.position,
      'title', s.title, 'goal', s.goal, 'unlocks', s.unlocks, 'skills', s.skills, 'passesNeeded', s.passes_needed) AS stage`;

const assignments = Prisma.sql`SELECT ${columns} FROM assignments a JOIN stages s ON s.id = a.stage_id`;

export interface ListedAssignment extends AssignmentRow {
  isPublished: boolean;
}

/** Assignments of a track in the order of its stages. Those in unpublished stages are included only on request. */
export function assignmentsOfTrack(
  tx: Tx,
  trackId: string,
  { withHiddenStages }: { withHiddenStages: boolean },
): Promise<ListedAssignment[]> {
  return rowsOf<ListedAssignment>(tx)`
    SELECT ${columns}, EXISTS (
      SELECT FROM assignment_versions v WHERE v.assignment_id = a.id AND v.published_at IS NOT NULL) AS "isPublished"
    FROM assignments a JOIN stages s ON s.id = a.stage_id
    WHERE s.track_id = ${trackId}::uuid AND (${withHiddenStages} OR s.published_at IS NOT NULL)
    ORDER BY s.position, a.position`;
}

/** @throws NotFoundError */
export async function assignmentBySlug(tx: Tx, slug: string): Promise<AssignmentRow> {
  const [assignment] = await rowsOf<AssignmentRow>(tx)`${assignments} WHERE a.slug = ${slug}`;
  if (!assignment) throw new NotFoundError(`The assignment "${slug}"`);
  return assignment;
}

export async function hasAssignment(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.assignment.count({ where: { slug } })) > 0;
}

export function assignmentsBySlugs(tx: Tx, slugs: readonly string[]): Promise<AssignmentRow[]> {
  return rowsOf<AssignmentRow>(tx)`${assignments} WHERE a.slug = ANY(${[...slugs]}::text[])`;
}

export function assignmentsByIds(tx: Tx, ids: readonly string[]): Promise<AssignmentRow[]> {
  return rowsOf<AssignmentRow>(tx)`${assignments} WHERE a.id = ANY(${[...ids]}::uuid[])`;
}

/** The newest published version; null before the first. */
export function latestVersion(tx: Tx, assignmentId: string) {
  return tx.assignmentVersion.findFirst({
    where: { assignmentId, publishedAt: { not: null } },
    include: versionDetails,
    orderBy: { version: 'desc' },
  });
}

/** @throws NotFoundError when it does not exist or was never published. */
export async function publishedVersion(tx: Tx, versionId: string) {
  const version = await tx.assignmentVersion.findFirst({
    where: { id: checkedId(versionId, 'The assignment version'), publishedAt: { not: null } },
    include: { ...versionDetails, assignment: { include: { stage: true } } },
  });
  if (!version) throw new NotFoundError('The assignment version');
  return version;
}

/** The anchors in use: this deployment's own once they are measured, and the shipped ones until then. */
export function anchorsInForce(version: {
  shippedAnchors: unknown;
  calibration: { status: string; anchors: unknown } | null;
}): { anchors: unknown; source: 'MEASURED' | 'SHIPPED' } {
  return version.calibration?.status === 'MEASURED' && version.calibration.anchors
    ? { anchors: version.calibration.anchors, source: 'MEASURED' }
    : { anchors: version.shippedAnchors, source: 'SHIPPED' };
}

/** Definitions by version id. */
export async function definitionsOf(tx: Tx, versionIds: readonly string[]) {
  const rows = await tx.assignmentVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, definition: true },
  });
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}
