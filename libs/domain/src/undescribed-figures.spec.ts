import { FIGURE_LIMITS } from './lessons.js';
import { undescribedFigures, type MarkdownNode } from './undescribed-figures.js';

const FIGURE = '/files/figures/7';
const at = (line: number) => ({ start: { line } });
const textOf = (...children: MarkdownNode[]): MarkdownNode => ({
  type: 'root',
  children: [{ type: 'blockquote', children: [{ type: 'paragraph', children }] }],
});

it('finds none if every figure has a description', () => {
  const figure = { type: 'image', url: FIGURE, alt: 'Two curves that cross', position: at(1) };
  expect(undescribedFigures(textOf({ type: 'inlineCode' }, figure))).toEqual([]);
});

it.each([null, '', ' ', 'x'.repeat(FIGURE_LIMITS.alternative + 1)])(
  'names line and figure of what does not say it: %p',
  (alt) => {
    const figure = { type: 'image', url: FIGURE, alt, position: at(3) };
    expect(undescribedFigures(textOf(figure))).toEqual([{ url: FIGURE, line: 3 }]);
  },
);

it('finds where a reference leads', () => {
  const tree = textOf(
    { type: 'imageReference', identifier: 'loss', alt: '', position: at(1) },
    { type: 'definition', identifier: 'loss', url: FIGURE },
  );
  expect(undescribedFigures(tree)).toEqual([{ url: FIGURE, line: 1 }]);
});
