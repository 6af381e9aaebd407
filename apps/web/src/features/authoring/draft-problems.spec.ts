import { draftSettings } from '@holdout/domain';
import type { Problem } from './draft.types';
import { missingOf, saidOf, stepOf } from './draft-problems';

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

  it('is the positive outcome of two, and every declaration', () => {
    expect(missingOf({ ...complete, template: 'binary-classification', licence: '', origin: '' })).toEqual([
      'positive',
      'licence',
      'origin',
    ]);
  });
});
