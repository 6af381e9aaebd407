import { excerptParts } from './excerpt-parts.js';

it('tells found words from what stands between them', () => {
  expect(excerptParts('A \u0002leak\u0003 is a column\nthat \u0002leaks\u0003.')).toEqual([
    { text: 'A ', isHit: false },
    { text: 'leak', isHit: true },
    { text: ' is a column that ', isHit: false },
    { text: 'leaks', isHit: true },
    { text: '.', isHit: false },
  ]);
});

it('leaves headings, emphasis and fences out, and code as it is', () => {
  expect(excerptParts('## Splits\n**Keep** _all_ `x[1]` a_b\n```python\nfit(x)')).toEqual([
    { text: 'Splits Keep all `x[1]` a_b fit(x)', isHit: false },
  ]);
});

it('has no parts without an excerpt', () => {
  expect(excerptParts('')).toEqual([]);
});
