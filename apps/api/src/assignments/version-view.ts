import { anchorsInForce, type ShownVersion } from '@holdout/db';
import { integrityPolicyOf } from '@holdout/domain';
import { levelsOf } from './criterion-levels.js';
import { phaseLimits, shownCommands, shownAnchors, publishedDefinition } from './definition.js';
import type { AssignmentVersionType } from './versions.types.js';

/** What members see of a version: never the hidden bundle, the resample seed or the complete definition. */
export function toVersion(row: ShownVersion): AssignmentVersionType {
  const definition = publishedDefinition(row);
  const anchors = shownAnchors.parse(anchorsInForce(row).anchors);
  const { limits } = definition;
  return {
    id: row.id,
    version: row.version,
    brief: row.brief,
    passMark: definition.passMark,
    publishedAt: row.publishedAt,
    criteria: row.criteria.map((criterion) => ({
      key: criterion.key,
      title: criterion.title,
      description: criterion.description,
      workflowStep: criterion.workflowStep,
      mode: criterion.mode,
      weight: criterion.weight,
      isRequired: criterion.isRequired,
      skills: criterion.skills,
      advice: criterion.advice,
      levels: levelsOf(criterion),
      metrics: definition.criteria.find(({ key }) => key === criterion.key)?.metrics ?? [],
    })),
    ownScorerDigest: definition.scorer?.sha256 ?? null,
    metrics: definition.metrics.map(({ graded, own, ...metric }) => ({
      ...metric,
      isGraded: graded,
      isOwn: own,
      naive: anchors.metrics[metric.name]?.naive ?? null,
      simple: anchors.metrics[metric.name]?.simple ?? null,
      strong: anchors.metrics[metric.name]?.strong ?? null,
    })),
    limits: phaseLimits(definition),
    splits: (row.dataset?.splits ?? []).map(({ name, rows, commitment }) => ({ name, rows, commitment })),
    dataset: {
      name: row.dataset?.name ?? '',
      licence: row.dataset?.licence ?? '',
      origin: row.dataset?.origin ?? '',
      personalData: row.dataset?.personalData ?? '',
      splitRule: row.dataset?.splitRule ?? '',
    },
    dictionary: definition.dictionary,
    integrityPolicy: integrityPolicyOf(row.definition),
    calibration: {
      status: row.calibration?.status ?? 'RUNNING',
      splitsDone: row.calibration?.splitsDone ?? 0,
      splitsPlanned: row.calibration?.splitsPlanned ?? 0,
    },
    commands: shownCommands(definition),
    archiveLimits: {
      archiveBytes: limits.archiveBytes,
      unpackedBytes: limits.unpackedBytes,
      files: limits.files,
    },
    diagram: definition.diagram ?? null,
    starterKitUrl: `/files/starter/${row.id}`,
    publicDataUrl: `/files/public/${row.id}`,
    passChance: anchors.passChance ?? null,
  };
}
