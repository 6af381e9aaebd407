import { FIGURE_LIMITS } from '@holdout/domain';
import { describedFigures } from './described-figures.js';

const FIGURE = '/files/figures/7';

it('takes what says what it shows, as it is', async () => {
  const text = `![Two curves that cross](${FIGURE} "Loss by epoch")`;
  expect(await describedFigures(text, 'body')).toBe(text);
});

it('refuses a figure that does not say it, and names field, limit and figure', async () => {
  await expect(describedFigures(`![](${FIGURE})`, 'overview')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    details: { field: 'overview', limit: FIGURE_LIMITS.alternative },
    message: expect.stringContaining(`what the figure ${FIGURE} shows`) as string,
  });
});
