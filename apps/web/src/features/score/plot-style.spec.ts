import { styleOf } from './plot-style';

const all = [{ role: 'reference' }, { role: 'reference' }, { role: 'student' }, { role: 'student' }];

it('draws the student in the accent and a second one in another colour', () => {
  expect(styleOf('student', all, 2).color).toBe('var(--accent)');
  expect(styleOf('student', all, 3).color).not.toBe('var(--accent)');
});

it('draws the bands of a forecast in the colour of their line', () => {
  expect(styleOf('band', [{ role: 'band' }, { role: 'student' }], 0).color).toBe('var(--accent)');
});

it('tells references apart by their dashes', () => {
  expect(styleOf('reference', all, 0).dash).not.toBe(styleOf('reference', all, 1).dash);
});
