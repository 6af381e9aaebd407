import { FIGURE_LIMITS } from '@holdout/domain';
import { describedFigures } from './described-figures.js';

const FIGURE = '/files/figures/7';

it.each([
  'No figure, but `![](code.png)`.',
  `![Two curves that cross](${FIGURE} "Loss by epoch")`,
  `![Two curves][loss]\n\n[loss]: ${FIGURE}`,
  `    ![](${FIGURE})`,
])('takes what says what it shows: %p', (text) => {
  expect(describedFigures(text, 'body')).toBe(text);
});

it.each([
  `One.\n\n![](${FIGURE} "Loss by epoch")`,
  `> - ![ ](<${FIGURE}>)`,
  `[![](${FIGURE})](https://example.org)`,
  `![][loss]\n\n[loss]: ${FIGURE}`,
  `![${'x'.repeat(FIGURE_LIMITS.alternative + 1)}](${FIGURE})`,
])('refuses a figure that does not say it, and names field, limit and figure: %p', (text) => {
  expect(() => describedFigures(text, 'overview')).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: { field: 'overview', limit: FIGURE_LIMITS.alternative },
      message: expect.stringContaining(`what the figure ${FIGURE} shows`) as string,
    }),
  );
});
