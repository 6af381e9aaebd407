import { DRAFT_TEMPLATES, templateFacts, type TemplateFacts } from '@holdout/domain';
import { z } from 'zod';
import { templateDefaults } from './template-defaults.js';

const MIB = 1024 * 1024;

const defaultsOfTables = z.looseObject({
  stage: z.string(),
  passMark: z.number(),
  split: z.looseObject({
    rule: z.string(),
    sampleShare: z.number(),
    publicShare: z.number(),
    privateShare: z.number(),
  }),
  attempts: z.looseObject({ practicePerDay: z.int(), certification: z.int() }),
  limits: z.looseObject({ train: z.looseObject({ wallSeconds: z.int(), memoryBytes: z.int() }) }),
  metrics: z.array(z.unknown()),
  criteria: z.array(z.unknown()),
});

/** What the templates for tables say where an author says nothing. */
export async function tableTemplates(): Promise<TemplateFacts[]> {
  return Promise.all(
    DRAFT_TEMPLATES.map(async (name) => {
      const { split, attempts, limits, ...defaults } = defaultsOfTables.parse(await templateDefaults(name));
      return templateFacts.parse({
        name,
        ...defaults,
        splitRule: split.rule,
        samplePercent: Math.round(100 * split.sampleShare),
        publicPercent: Math.round(100 * split.publicShare),
        privatePercent: Math.round(100 * split.privateShare),
        ...attempts,
        trainSeconds: limits.train.wallSeconds,
        trainMemoryMib: limits.train.memoryBytes / MIB,
      });
    }),
  );
}
