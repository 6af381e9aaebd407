import { exitMessage } from './messages.js';

const exit = (samples: unknown) =>
  exitMessage.safeParse({ exitCode: 0, signal: null, rejection: null, usage: { samples } }).success;
const series = (length: number) => Array.from({ length }, (_, second) => [second, second / 2, 1_000]);

describe('what a program took over time', () => {
  it('is a bounded series that goes forwards', () => {
    for (const fine of [undefined, [], [[0, 0, 0]], series(120), [[0, 0, 9], [1.004, 0, 7]]])
      expect(exit(fine)).toBe(true); // prettier-ignore
  });

  it.each([
    ['is longer than it may be', series(121)],
    ['is no series', { 0: [0, 0, 0] }],
    ['has a sample with a part too few', [[0, 0]]],
    ['has a sample with a part too many', [[0, 0, 0, 0]]],
    ['has words for numbers', [['0', 0, 0]]],
    ['has numbers below zero', [[0, -1, 0]]],
    ['has parts of bytes', [[0, 0, 0.5]]],
    ['has more bytes than can be told apart', [[0, 0, 2 ** 53]]],
    ['has endless time', [[Number.POSITIVE_INFINITY, 0, 0]]],
    ['has a time that no program may take', [[3e6, 0, 0]]],
    ['has more processor time than any machine', [[0, 1e12, 0]]],
    ['says one moment twice', [[1, 0, 0], [1, 0, 0]]],
    ['has processor time that runs backwards', [[1, 2, 0], [2, 1, 0]]],
  ])('is refused when it %s', (_, samples) => expect(exit(samples)).toBe(false)); // prettier-ignore
});
