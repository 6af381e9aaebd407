import { draftSettings } from '@holdout/domain';
import type { Problem } from './draft.types';
import { isCheckedAsItIs, missingOf, saidOf, stepOf } from './draft-problems';

const problem = (path: string | null, message: string): Problem => ({
  file: 'assignment.yaml',
  line: null,
  column: null,
  suggestion: 'Did you mean `late`?',
  path,
  message,
});

describe('problems of a draft', () => {
  it('are said beside the setting that they come from, the first of each', () => {
    const said = saidOf([
      problem('dataset.target.column', 'No such column.'),
      problem('dataset.target.label', 'Another.'),
      problem(null, 'The data.'),
    ]);
    expect([...said]).toEqual([['target', 'No such column. Did you mean `late`?']]);
  });

  it('lead to the step where they are mended', () => {
    expect([stepOf('positive'), stepOf('licence')]).toEqual(['columns', 'task']);
  });
});

describe('a check', () => {
  it.each([
    ['2026-11-27T10:00:00.000Z', true],
    ['2026-11-27T09:00:00.000Z', false],
  ])('begun at %s is of a draft changed at half past nine: %s', (createdAt, isOfIt) => {
    const updatedAt = '2026-11-27T09:30:00.000Z';
    expect(isCheckedAsItIs({ newestImport: { createdAt }, updatedAt })).toBe(isOfIt);
  });

  it('that was never made does not cover the draft', () => {
    expect(isCheckedAsItIs({ newestImport: null, updatedAt: '2026-11-27T09:30:00.000Z' })).toBe(false);
  });
});

describe('what is still missing', () => {
  const complete = draftSettings.parse({
    template: 'regression',
    target: 'price',
    title: 'Houses',
    slug: 'houses',
    licence: 'MIT',
    origin: 'Made up',
    personalData: 'None',
    mayBeShown: true,
  });

  it('is nothing of a draft that says all', () => {
    expect(missingOf(complete)).toEqual([]);
  });

  it('is what the template asks for', () => {
    const series = { ...complete, template: 'forecasting' } as const;
    expect(missingOf(series)).toEqual(['time']);
    expect(missingOf({ ...series, template: 'ranking' })).toEqual(['user', 'item']);
  });

  it('is the positive outcome of two, and every declaration', () => {
    expect(missingOf({ ...complete, template: 'binary-classification', licence: '', origin: '' })).toEqual([
      'positive',
      'licence',
      'origin',
    ]);
  });
});
