import { FIGURE_LIMITS } from './lessons.js';
import { undescribedFigures } from './undescribed-figures.js';

const FIGURE = '/files/figures/7';

it.each([
  'No figure, but `![](code.png)`.',
  `![Two curves that cross](${FIGURE} "Loss by epoch")`,
  `![Two curves][loss]\n\n[loss]: ${FIGURE}`,
  `    ![](${FIGURE})`,
])('finds none where each says what it shows: %p', async (text) => {
  expect(await undescribedFigures(text)).toEqual([]);
});

it.each([
  [3, `One.\n\n![](${FIGURE} "Loss by epoch")`],
  [1, `> - ![ ](<${FIGURE}>)`],
  [1, `[![](${FIGURE})](https://example.org)`],
  [1, `![][loss]\n\n[loss]: ${FIGURE}`],
  [2, `One.\n![${'x'.repeat(FIGURE_LIMITS.alternative + 1)}](${FIGURE})`],
])('names line and figure of what does not, on line %d of %p', async (line, text) => {
  expect(await undescribedFigures(text)).toEqual([{ url: FIGURE, line }]);
});
