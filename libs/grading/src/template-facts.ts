import { DRAFT_TEMPLATES, TABLE_TEMPLATES, templateFacts, type TemplateFacts } from '@holdout/domain';
import { z } from 'zod';
import { templateDefaults } from './template-defaults.js';

const MIB = 1024 * 1024;
const share = z.number().optional();

const factsOfDefinition = z.looseObject({
  stage: z.string(),
  passMark: z.number(),
  split: z.looseObject({ rule: z.string(), sampleShare: share, publicShare: share, privateShare: share }),
  attempts: z.looseObject({ practicePerDay: z.int(), certification: z.int() }),
  limits: z.looseObject({ train: z.looseObject({ wallSeconds: z.int(), memoryBytes: z.int() }) }),
  probes: z
    .looseObject({
      rowIndependence: z.looseObject({ twins: z.int() }).optional(),
      perturbed: z.looseObject({ rows: z.int() }).optional(),
      permutedRetrains: z.looseObject({ count: z.int() }).optional(),
    })
    .default({}),
  metrics: z.array(z.unknown()),
  criteria: z.array(z.unknown()),
});

/** The templates for data of this kind, and what they say where an author says nothing. */
export function fittingTemplates({ images }: { images: object | null }): Promise<TemplateFacts[]> {
  const isImages = images !== null;
  const fitting = DRAFT_TEMPLATES.filter(
    (name) => isImages !== TABLE_TEMPLATES.some((ofTables) => ofTables === name),
  );
  return Promise.all(fitting.map(async (name) => factsOf(name, await templateDefaults(name))));
}

/** What a definition says, in the terms of the form in which drafts are written. */
export function factsOf(name: string, definition: unknown): TemplateFacts {
  const { split, attempts, limits, probes, ...facts } = factsOfDefinition.parse(definition);
  return templateFacts.parse({
    ...facts,
    name,
    splitRule: split.rule,
    samplePercent: percentOf(split.sampleShare),
    publicPercent: percentOf(split.publicShare),
    privatePercent: percentOf(split.privateShare),
    ...attempts,
    twinRows: probes.rowIndependence?.twins ?? null,
    perturbedRows: probes.perturbed?.rows ?? null,
    shuffledRetrains: probes.permutedRetrains?.count ?? null,
    trainSeconds: limits.train.wallSeconds,
    trainMemoryMib: Math.round(limits.train.memoryBytes / MIB),
  });
}

function percentOf(part: number | undefined): number | null {
  return part === undefined ? null : Math.round(100 * part);
}
