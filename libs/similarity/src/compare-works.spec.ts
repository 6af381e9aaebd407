import { compareWorks, type Work } from './compare-works.js';
import { sourceCode } from './source-code.js';

/** A function that nobody writes twice by chance: `seed` decides its shape. */
function program(seed: number, lines = 14): string {
  const forms = [
    (n: string) => `    ${n} = [row[0] for row in ${n} if row[1] > 3]`,
    (n: string) => `    if ${n} is None:\n        raise ValueError("empty")`,
    (n: string) => `    ${n}["share"] = ${n}["a"] / ${n}["b"]`,
    (n: string) => `    for k, v in ${n}.items():\n        total += v * len(k)`,
    (n: string) => `    ${n} = sorted(${n}, key=lambda pair: -pair[1])[:10]`,
    (n: string) => `    with open(path) as ${n}:\n        return ${n}.read().strip()`,
    (n: string) => `    assert ${n} not in seen and not ${n}.empty, "twice"`,
  ];
  const body = Array.from({ length: lines }, (_, i) => forms[(seed ** (i + 1) + i * seed) % 7]?.(`v${i}`));
  return `def work(data, path):\n${body.join('\n')}\n    return data\n`;
}

const work = (id: string, text: string, more: Partial<Work> = {}): Work => ({
  id,
  studentId: id,
  isEarlier: false,
  files: [{ path: 'train.py', text }],
  ...more,
});
const pairsOf = (works: readonly Work[], given: string[] = []) =>
  compareWorks(works, [given.map((text) => ({ path: 'given.py', text }))]).pairs.map(
    ({ left, right, similarity }) => [left, right, Math.round(similarity * 100)],
  );

it('finds a copy whose names, numbers, texts and remarks were changed, and says where', () => {
  const original = program(3);
  const disguised = `import os\n# mine\n${original.replaceAll(/\bv(\d)/g, 'other_$1').replaceAll('3', '17')}`;
  const { pairs } = compareWorks([work('ann', original), work('ben', disguised), work('cy', program(5))], []);
  expect(pairs[0]).toMatchObject({ left: 'ann', right: 'ben', similarity: 1 });
  const [match] = pairs[0]?.matches ?? [];
  expect(match?.left.from).toBe(1);
  expect(match?.right.from).toBe(3);
  expect(pairs.slice(1).every(({ similarity }) => similarity < 0.4)).toBe(true);
});

it('never compares a student with themselves, and tells of two students their most similar works', () => {
  const works = [
    work('a1', program(3), { studentId: 'ann' }),
    work('a2', program(5), { studentId: 'ann' }),
    work('b1', program(5), { studentId: 'ben' }),
    work('b2', program(3), { studentId: 'ben' }),
  ];
  expect(pairsOf(works)).toEqual([['a1', 'b2', 100]]);
});

it('leaves out what everyone was given, wherever it stands', () => {
  const kit = program(3);
  const works = [work('ann', `${program(5)}\n${kit}`), work('ben', `${kit}\n${program(6)}`)];
  expect(pairsOf(works)[0]?.[2]).toBeGreaterThan(40);
  expect(pairsOf(works, [kit]).filter(([, , similarity]) => Number(similarity) > 25)).toEqual([]);
});

it('leaves out what more than a quarter of many students have', () => {
  const shared = program(3);
  const works = Array.from({ length: 16 }, (_, i) => work(`s${i}`, shared));
  const { commonFingerprints, pairs, works: compared } = compareWorks(works, []);
  expect(commonFingerprints).toBeGreaterThan(10);
  expect(pairs).toEqual([]);
  expect(compared.every(({ isTooShort }) => isTooShort)).toBe(true);
});

it('compares works of earlier cohorts with those of now only', () => {
  const earlier = { isEarlier: true };
  const text = program(3);
  expect(pairsOf([work('now', text), work('old', text, earlier), work('older', text, earlier)])).toEqual([
    ['now', 'old', 100],
    ['now', 'older', 100],
  ]);
});

it('takes a work that repeats one line for ever for little more than the line', () => {
  const line = 'x = [f(a, b) for a, b in zip(u, v) if a.c > b.d and not a.e]\n';
  const { pairs } = compareWorks([work('ann', line.repeat(3000)), work('ben', line.repeat(3000))], []);
  expect(pairs).toEqual([]);
});

it('counts pairs of students by their similarity', () => {
  const { histogram } = compareWorks([work('ann', program(3)), work('ben', program(3))], []);
  expect(histogram).toHaveLength(20);
  expect(histogram.at(-1)).toBe(1);
});

describe('the code of a submission', () => {
  it('is its Python and the code cells of its notebooks', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# About'] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'x = 1'], outputs: [{ text: 'secret' }] },
    ];
    const files = [
      { path: 'b.py', text: 'y = 2\n' },
      { path: 'a.ipynb', text: JSON.stringify({ cells, nbformat: 4 }) },
      { path: 'broken.ipynb', text: '{' },
      { path: 'notes.md', text: 'x' },
      { path: 'model.py', text: null },
    ];
    expect(sourceCode(files)).toEqual([
      { path: 'a.ipynb', text: '# %% [2]\n# %matplotlib inline\nx = 1\n' },
      { path: 'b.py', text: 'y = 2\n' },
    ]);
  });

  it('may be no Python at all', () => {
    const text = ')]}{{"""\u0000 def def ((( \n'.repeat(50);
    expect(() => compareWorks([work('ann', text), work('ben', text)], [])).not.toThrow();
  });
});

/** Statements that every language with braces has, in an order that nobody chooses twice by chance. */
function braced(seed: number, head: string, tail: string): string {
  const forms = [
    (n: string) => `if (${n} > 3) { total -= 1; }`,
    (n: string) => `total += ${n} * 3;`,
    (n: string) => `${n} = f(${n}, 3)[2];`,
    (n: string) => `g(${n} && h, !${n});`,
    (n: string) => `{ k(${n}); total /= ${n} - 3; }`,
    (n: string) => `if (${n} == 3) { g(${n}); } else { h(${n}, 1); }`,
    (n: string) => `k(f(g(${n})), [${n}][0] + 3);`,
  ];
  const body = Array.from({ length: 20 }, (_, i) => forms[(seed ** ((i % 9) + 1) + i * seed) % 7]?.(`v${i}`));
  return `${head}\n${body.join('\n')}\n${tail}\n`;
}

it.each([
  ['train.ts', 'export function work(a: number) {', '}'],
  ['train.jsx', 'export function Work() {', 'return <ul>{rows.map((row) => <li>{row.name}</li>)}</ul>; }'],
  ['kernel.cu', '#include <cmath>\nvoid work(float* a, int n) {', '}'],
  ['Train.java', 'class Train { void work(double[] a) {', '} }'],
  ['train.rs', 'fn work(a: &[f64]) {', '}'],
  ['train.go', 'func work(a []float64) {', '}'],
])('reads %s as it reads Python: names, numbers and remarks hide nothing', (path, head, tail) => {
  const original = braced(3, head, tail);
  const disguised = `// mine\n${original.replaceAll(/\bv(\d)/g, 'other_$1').replaceAll('3', '17')}`;
  const works = [original, disguised, braced(5, head, tail)].map((text, place) => ({
    ...work(`w${place}`, ''),
    files: sourceCode([{ path, text }]),
  }));
  const { pairs } = compareWorks(works, []);
  expect(pairs[0]).toMatchObject({ left: 'w0', right: 'w1', similarity: 1 });
  expect(pairs.slice(1).every(({ similarity }) => similarity < 0.6)).toBe(true);
});

it('finds nothing in common between languages', () => {
  const text = braced(3, 'int work(int a) {', '}');
  const files = ['a.cpp', 'a.java'].map((path) => [{ path, text }]);
  const works = files.map((of, place) => ({ ...work(`w${place}`, ''), files: of }));
  expect(compareWorks(works, []).works.every(({ isTooShort }) => !isTooShort)).toBe(true);
  expect(compareWorks(works, []).pairs).toEqual([]);
});
