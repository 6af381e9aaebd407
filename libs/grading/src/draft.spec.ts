import { DRAFT_TEMPLATES, draftDefinition, draftSettings } from '@holdout/domain';
import { stringify } from 'yaml';
import { parseDefinition } from './load-assignment.js';
import { fittingTemplates } from './template-facts.js';

const settings = draftSettings.parse({
  target: 'outcome',
  positive: 'yes',
  slug: 'mine',
  title: 'Mine',
  id: 'row',
  sensitive: ['age'],
  splitRule: 'group',
  group: 'street',
  time: 'day',
  user: 'reader',
  item: 'book',
  images: 'pictures',
  samplePercent: 5,
  publicPercent: 10,
  privatePercent: 20,
  passMark: 60,
  practicePerDay: 4,
  certification: 1,
  trainSeconds: 30,
  trainMemoryMib: 512,
});

const DATA = { file: 'table.csv', rows: 1_000 };

it.each(DRAFT_TEMPLATES)('what the browser writes for %s is read as an assignment', async (template) => {
  const source = stringify(draftDefinition({ ...settings, template }, DATA));
  expect(await parseDefinition(source)).toMatchObject({
    template,
    title: 'Mine',
    passMark: 60,
    attempts: { practicePerDay: 4, certification: 1 },
    limits: { train: { wallSeconds: 30, memoryBytes: 512 * 1024 * 1024, cpus: 1 } },
    dataset: { file: 'data/table.csv' },
  });
});

it.each(DRAFT_TEMPLATES)('a weight that the browser sets for %s is that criterion’s', async (template) => {
  const facts = (await Promise.all([null, {}].map((images) => fittingTemplates({ images }))))
    .flat()
    .find(({ name }) => name === template);
  const key = facts?.criteria[0]?.key ?? '';
  const weights = [{ key, weight: 17, metrics: null }];
  const source = stringify(draftDefinition({ ...settings, template, weights }, DATA));
  const { criteria } = await parseDefinition(source);
  expect(criteria).toHaveLength(facts?.criteria.length ?? 0);
  expect(criteria.find((criterion) => criterion.key === key)?.weight).toBe(17);
});

it.each(DRAFT_TEMPLATES)(
  'metrics, anchors and probes that the browser sets for %s hold',
  async (template) => {
    const facts = (await Promise.all([null, {}].map((images) => fittingTemplates({ images }))))
      .flat()
      .find(({ name }) => name === template);
    const { name: metric = '' } = facts?.metrics.find(({ graded }) => graded) ?? {};
    const { key = '', weight = 0 } = facts?.criteria.find(({ mode }) => mode === 'AUTO') ?? {};
    const said = {
      weights: [{ key, weight, metrics: [metric] }],
      simpleAt: [{ metric, value: 0.5 }],
      ...(facts?.shuffledRetrains == null ? {} : { shuffledRetrains: 1 }),
      ...(facts?.twinRows == null ? {} : { twinRows: 20 }),
    };
    const source = stringify(draftDefinition({ ...settings, template, ...said }, DATA));
    const { criteria, metrics, probes } = await parseDefinition(source);
    expect(criteria.find((criterion) => criterion.key === key)).toMatchObject({ metrics: [metric], weight });
    expect(metrics.find(({ name }) => name === metric)).toMatchObject({ simpleAt: 0.5, graded: true });
    if (facts?.shuffledRetrains != null) expect(probes.permutedRetrains?.count).toBe(1);
    if (facts?.twinRows != null) expect(probes['rowIndependence']).toMatchObject({ twins: 20 });
  },
);

it('data is offered the templates that take it', async () => {
  const namesFor = async (images: object | null) =>
    (await fittingTemplates({ images })).map(({ name }) => name);
  expect(await namesFor({})).toEqual(['image-classification']);
  expect(await namesFor(null)).toEqual(DRAFT_TEMPLATES.filter((name) => name !== 'image-classification'));
});
