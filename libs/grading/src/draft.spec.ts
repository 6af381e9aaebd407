import { DRAFT_TEMPLATES, draftDefinition, draftSettings } from '@holdout/domain';
import { stringify } from 'yaml';
import { parseDefinition } from './load-assignment.js';
import { tableTemplates } from './template-facts.js';

const settings = draftSettings.parse({
  target: 'outcome',
  positive: 'yes',
  slug: 'mine',
  title: 'Mine',
  id: 'row',
  sensitive: ['age'],
  splitRule: 'group',
  group: 'street',
  samplePercent: 5,
  publicPercent: 10,
  privatePercent: 20,
  passMark: 60,
  practicePerDay: 4,
  certification: 1,
  trainSeconds: 30,
  trainMemoryMib: 512,
});

it.each(DRAFT_TEMPLATES)('what the browser writes for %s is read as an assignment', async (template) => {
  const source = stringify(draftDefinition({ ...settings, template }, 'table.csv'));
  expect(await parseDefinition(source)).toMatchObject({
    template,
    title: 'Mine',
    passMark: 60,
    attempts: { practicePerDay: 4, certification: 1 },
    limits: { train: { wallSeconds: 30, memoryBytes: 512 * 1024 * 1024, cpus: 1 } },
    split: { rule: 'group', privateShare: 0.2 },
  });
});

it.each(DRAFT_TEMPLATES)('a weight that the browser sets for %s is that criterion’s', async (template) => {
  const facts = (await tableTemplates()).find(({ name }) => name === template);
  const key = facts?.criteria[0]?.key ?? '';
  const weights = [{ key, weight: 17 }];
  const source = stringify(draftDefinition({ ...settings, template, weights }, 'table.csv'));
  const { criteria } = await parseDefinition(source);
  expect(criteria).toHaveLength(facts?.criteria.length ?? 0);
  expect(criteria.find((criterion) => criterion.key === key)?.weight).toBe(17);
});
