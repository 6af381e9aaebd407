import { coveredLines, matchesOf } from './matches.js';

const place = (position: number, from: number, file = 0) => ({ file, from, to: from + 1, position });

it('joins fingerprints that follow each other on both sides, and leaves out what lies within', () => {
  const left = new Map([
    [1, [place(0, 10)]],
    [2, [place(1, 12)]],
    [3, [place(5, 40)]],
  ]);
  const right = new Map([
    [1, [place(3, 20), place(9, 70)]],
    [2, [place(4, 22)]],
    [3, [place(0, 1, 1)]],
  ]);
  expect(matchesOf(left, right, [1, 2, 3])).toEqual([
    { left: { file: 0, from: 10, to: 13 }, right: { file: 0, from: 20, to: 23 } },
    { left: { file: 0, from: 40, to: 41 }, right: { file: 1, from: 1, to: 2 } },
  ]);
});

it('counts lines once, however many matches cover them', () => {
  const ranges = [
    { file: 0, from: 1, to: 5 },
    { file: 0, from: 4, to: 6 },
    { file: 1, from: 2, to: 2 },
  ];
  expect(coveredLines(ranges)).toBe(7);
});
