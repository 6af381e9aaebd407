import type { SplitName } from '@holdout/domain';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { rowsOf } from './rows-of.js';
import type { WrittenCriterion } from './rubrics.store.js';

/** A version as its page shows it. The definition contains more than students may see, so select from it. */
export interface ShownVersion {
  id: string;
  assignmentId: string;
  version: number;
  definition: Prisma.JsonValue;
  brief: string;
  shippedAnchors: Prisma.JsonValue;
  publishedAt: Date;
  dataset: {
    name: string;
    licence: string;
    origin: string;
    personalData: string;
    splitRule: string;
    splits: { name: SplitName; rows: number; commitment: string }[];
  } | null;
  calibration: {
    status: 'RUNNING' | 'MEASURED' | 'FAILED';
    anchors: Prisma.JsonValue;
    splitsDone: number;
    splitsPlanned: number;
  } | null;
  /** The criteria of the current rubric, in order. */
  criteria: WrittenCriterion<Prisma.JsonValue>[];
}

/** Newest published versions by assignment id: for lists. */
export async function latestVersions(
  tx: Tx,
  assignmentIds: readonly string[],
): Promise<Map<string, ShownVersion>> {
  const versions = await rowsOf<ShownVersion>(tx)`
    SELECT v.id::text AS id, v.assignment_id::text AS "assignmentId", v.version, v.definition, v.brief,
      v.shipped_anchors AS "shippedAnchors", v.published_at AS "publishedAt",
      (SELECT json_build_object('name', d.name, 'licence', d.licence, 'origin', d.origin, 'personalData', d.personal_data,
          'splitRule', d.split_rule, 'splits', coalesce((
            SELECT json_agg(json_build_object('name', s.name, 'rows', s.rows, 'commitment', s.commitment) ORDER BY s.name)
            FROM splits s WHERE s.dataset_id = d.id), '[]'))
        FROM datasets d WHERE d.assignment_version_id = v.id) AS dataset,
      (SELECT json_build_object('status', c.status, 'anchors', c.anchors, 'splitsDone', c.splits_done,
          'splitsPlanned', c.splits_planned)
        FROM calibrations c WHERE c.assignment_version_id = v.id) AS calibration,
      coalesce((
        SELECT json_agg(json_build_object('key', c.key, 'title', c.title, 'description', c.description,
          'workflowStep', c.workflow_step, 'mode', c.mode, 'weight', c.weight, 'isRequired', c.is_required,
          'skills', c.skills, 'advice', c.advice, 'levels', c.levels) ORDER BY c.position)
        FROM criteria c WHERE c.rubric_version_id = (
          SELECT u.id FROM rubric_versions u WHERE u.assignment_version_id = v.id ORDER BY u.version DESC LIMIT 1)), '[]') AS criteria
    FROM (
      SELECT DISTINCT ON (assignment_id) * FROM assignment_versions
      WHERE assignment_id = ANY(${[...assignmentIds]}::uuid[]) AND published_at IS NOT NULL
      ORDER BY assignment_id, version DESC
    ) v`;
  return new Map(versions.map((version) => [version.assignmentId, version]));
}
