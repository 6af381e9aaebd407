import { draftSettings } from './assignment-draft.js';
import { draftDefinition, settingAt } from './draft-definition.js';
import { draftDataName, draftOpening, missingDeclarations } from './draft-rules.js';
import {
  assignmentSlugOf,
  suggestedSettings,
  suggestedTemplate,
  templateSettings,
} from './draft-suggestion.js';
import type { ProfiledColumn, TableProfile } from './table-profile.js';

const column = (name: string, more: Partial<ProfiledColumn> = {}): ProfiledColumn => ({
  name,
  kind: 'TEXT',
  isWhole: false,
  missing: 0,
  distinct: 50,
  bins: [],
  ...more,
});

const answers = (...labels: string[]) =>
  labels.map((label, place) => ({ low: null, high: null, label, count: 90 - place }));

const tableOf = (...columns: ProfiledColumn[]): TableProfile => ({
  rows: 100,
  copies: 0,
  columnCount: columns.length,
  columns,
  comparedTargets: columns.filter(({ distinct }) => distinct < 100).map(({ name }) => name),
  determined: [],
  images: null,
});

const loans = tableOf(
  column('loan', { distinct: 100 }),
  column('income', { kind: 'NUMBER', distinct: 99 }),
  column('late', { distinct: 2, bins: answers('no', 'yes') }),
);

describe('what a table suggests', () => {
  it('is its last column as target, the rarer usual word as positive, and what differs everywhere as names', () => {
    expect(suggestedSettings(loans, 'loans_2024.csv.gz')).toMatchObject({
      target: 'late',
      template: 'binary-classification',
      positive: 'yes',
      id: 'loan',
      title: 'Loans 2024',
      slug: 'loans-2024',
    });
  });

  it('is a column that is called as targets are, wherever it stands', () => {
    const table = tableOf(
      column('Target', { kind: 'NUMBER', distinct: 80 }),
      column('size', { distinct: 9 }),
    );
    expect(suggestedSettings(table, 'x.csv')).toMatchObject({ target: 'Target', template: 'regression' });
  });

  it.each([
    [{ distinct: 2 }, 'binary-classification'],
    [{ distinct: 7 }, 'multiclass-classification'],
    [{ kind: 'NUMBER', isWhole: true, distinct: 10 }, 'multiclass-classification'],
    [{ kind: 'NUMBER', isWhole: true, distinct: 900 }, 'regression'],
    [{ kind: 'NUMBER', distinct: 12 }, 'regression'],
  ] as const)('is a template that fits %j', (more, template) => {
    expect(suggestedTemplate(column('y', more))).toBe(template);
  });

  it('is who and what in a table of interactions, and the times of a series', () => {
    const ratings = tableOf(column('user_id'), column('movie'), column('stars'), column('seen'));
    expect(templateSettings('ranking', { table: ratings, target: null })).toMatchObject({
      user: 'user_id',
      item: 'movie',
      rating: 'stars',
    });
    const series = tableOf(column('station'), column('when', { kind: 'TIME' }), column('rides'));
    expect(templateSettings('forecasting', { table: series, target: 'rides' })).toMatchObject({
      time: 'when',
    });
  });

  it('is the array of labels of images, and their array', () => {
    const images = { array: 'pictures', height: 28, width: 28, channels: 1 };
    const table = { ...tableOf(column('camera'), column('labels', { distinct: 10 })), images };
    expect(suggestedSettings(table, 'clothes.npz')).toMatchObject({
      template: 'image-classification',
      target: 'labels',
      images: 'pictures',
      slug: 'clothes',
    });
  });

  it('is nothing where no column says anything', () => {
    expect(suggestedSettings(tableOf(column('a', { distinct: 1 })), 'a.csv').target).toBeNull();
  });

  it('names an address by its letters and digits', () => {
    expect(assignmentSlugOf('  2024: Preise für Häuser!  ')).toBe('preise-fur-hauser');
  });
});

describe('the definition of a draft', () => {
  const settings = draftSettings.parse({
    template: 'binary-classification',
    target: 'late',
    positive: 'yes',
    slug: 'loans',
    title: 'Loans',
    sensitive: ['Age group'],
    privatePercent: 30,
    trainMemoryMib: 512,
    weights: [{ key: 'ranking', weight: 3, metrics: ['auc'] }],
    simpleAt: [{ metric: 'auc', value: 0.8 }],
    perturbedRows: 50,
    shuffledRetrains: 0,
  });

  it('says what the author said, and leaves the rest to the template', () => {
    expect(draftDefinition(settings, { file: 'loans.csv', rows: 100 })).toEqual({
      template: 'binary-classification',
      slug: 'loans',
      title: 'Loans',
      dataset: {
        file: 'data/loans.csv',
        target: { column: 'late', positive: 'yes' },
        sensitive: [{ attribute: 'age_group', label: 'Age group', column: 'Age group' }],
      },
      split: { privateShare: 0.3 },
      criteria: [{ key: 'ranking', weight: 3, metrics: ['auc'] }],
      metrics: [{ name: 'auc', simpleAt: 0.8 }],
      probes: { perturbed: { rows: 50 }, permutedRetrains: { count: 0 } },
      limits: { train: { memoryBytes: 536_870_912 } },
    });
  });

  it('has no positive outcome and no groups where the template has none', () => {
    const { dataset } = draftDefinition(
      { ...settings, template: 'regression' },
      { file: 'loans.csv', rows: 100 },
    );
    expect(dataset).toEqual({ file: 'data/loans.csv', target: { column: 'late' } });
  });

  it.each([
    [
      { template: 'ranking', user: 'u', item: 'i' },
      { user: 'u', item: 'i', implicit: true },
    ],
    [
      { template: 'forecasting', time: 'day', series: 'station' },
      { time: 'day', series: 'station', target: { column: 'late' } },
    ],
    [
      { template: 'image-classification', images: 'pictures' },
      { images: 'pictures', target: { column: 'late' } },
    ],
  ] as const)('says of the data what %j asks for', (more, dataset) => {
    const said = { ...settings, ...more, time: 'time' in more ? more.time : null };
    expect(draftDefinition(said, { file: 'x.csv', rows: 10 })['dataset']).toEqual({
      file: 'data/x.csv',
      ...dataset,
    });
  });

  it('tells a service in rows what was said in shares, and a forecast its steps', () => {
    const service = { ...settings, template: 'service', samplePercent: 10 } as const;
    expect(draftDefinition(service, { file: 'x.csv', rows: 440 })['split']).toEqual({
      sampleRows: 44,
      privateRows: 132,
    });
    const forecast = { ...settings, template: 'forecasting', horizon: 7, splitRule: 'group' } as const;
    expect(draftDefinition(forecast, { file: 'x.csv', rows: 440 })['split']).toEqual({ horizon: 7 });
  });

  it('brings the author’s own scorer with what it measures, and a criterion for it', () => {
    const metric = { name: 'close', label: 'Close', direction: 'HIGHER', bound: 1, unit: '' } as const;
    const said = { ...settings, scorer: 'def score(rows): …', scorerMetrics: [metric], scorerWeight: 15 };
    const definition = draftDefinition(said, { file: 'loans.csv', rows: 100 });
    expect(definition).toMatchObject({
      scorer: { file: 'scorer.py' },
      metrics: [
        { name: 'auc', simpleAt: 0.8 },
        { ...metric, graded: true, own: true },
      ],
      criteria: [
        { key: 'ranking', weight: 3 },
        { key: 'own-scorer', weight: 15, metrics: ['close'] },
      ],
    });
  });

  it('has nothing of a scorer that was taken away again', () => {
    const definition = draftDefinition({ ...settings, scorer: ' \n' }, { file: 'loans.csv', rows: 100 });
    expect(Object.keys(definition)).not.toContain('scorer');
  });

  it.each([
    ['dataset.target.positive', 'positive'],
    ['dataset.target.column', 'target'],
    ['split.by[0]', 'splitRule'],
    ['criteria[3].weight', 'weights'],
    ['scorer', 'scorer'],
    ['metrics[8].own', 'scorerMetrics'],
    ['metrics.simpleAt', 'simpleAt'],
    ['probes.perturbed.rows', 'perturbedRows'],
    ['limits.train.memoryBytes', 'trainMemoryMib'],
    ['dataset.file', null],
  ])('leads from %s back to the setting', (path, setting) => {
    expect(settingAt(path)).toBe(setting);
  });
});

describe('rules for drafts', () => {
  it('ask for every declaration', () => {
    const said = { licence: 'MIT', origin: 'Made up', personalData: 'None', mayBeShown: true };
    expect(missingDeclarations(said)).toEqual([]);
    expect(missingDeclarations({ ...said, origin: '', mayBeShown: false })).toEqual(['origin', 'mayBeShown']);
  });

  it('make late days a policy, at a tenth of the points where nothing else is said', () => {
    const dueAt = '2027-03-01T12:00:00.000Z';
    expect(draftOpening(draftSettings.parse({ dueAt, lateDays: 3 }))).toEqual({
      opensAt: null,
      dueAt: new Date(dueAt),
      closesAt: null,
      latePolicy: { maxDays: 3, perDayPenalty: 0.1 },
    });
    expect(draftOpening(draftSettings.parse({ latePercent: 20 })).latePolicy).toBeNull();
  });

  it.each([
    ['My houses (2024).CSV', 'My-houses-2024-.csv'],
    ['../..hidden.csv.gz', 'hidden.csv.gz'],
    ['улица.parquet', 'data.parquet'],
    ['clothes.npz', 'clothes.npz'],
    ['model.pkl', null],
  ])('keep %s as %s', (given, kept) => {
    expect(draftDataName(given)).toBe(kept);
  });
});
