import { mergeChunks, toLines } from './log-lines';

const chunk = (sequence: number, text: string, attempt = 1) => ({
  sequence,
  attempt,
  phase: 'TRAIN' as const,
  text,
});
const texts = (...chunks: ReturnType<typeof chunk>[]) =>
  toLines(chunks).map(({ number, text }) => [number, text]);

it('joins chunks that end inside a line', () => {
  expect(texts(chunk(0, 'fold 1'), chunk(1, ' done\nfold 2\n'), chunk(2, '\nend'))).toEqual([
    [1, 'fold 1 done'],
    [2, 'fold 2'],
    [3, ''],
    [4, 'end'],
  ]);
});

it('drops colour codes and keeps what a progress bar showed last', () => {
  expect(texts(chunk(0, '\u001b[31mred\u001b[0m\n10 %\r20 %\r100 %\n'))).toEqual([
    [1, 'red'],
    [2, '100 %'],
  ]);
});

it('shows only the newest attempt', () => {
  expect(texts(chunk(0, 'old\n', 1), chunk(1, 'new\n', 2))).toEqual([[1, 'new']]);
});

it('takes the log of a run that was started over, which counts from the beginning again', () => {
  const known = [chunk(0, 'a'), chunk(1, 'b')];
  expect(mergeChunks(known, [chunk(0, 'again', 2)])).toHaveLength(3);
  expect(mergeChunks([chunk(0, 'again', 2)], [chunk(5, 'late', 1)])).toHaveLength(1);
});

it('knows the line that says where the log was cut', () => {
  const lines = toLines([chunk(0, 'loss 1\n\n[log cut here: more than 262144 bytes]\n')]);
  expect(lines.map(({ isCut }) => isCut)).toEqual([false, false, true]);
});

it('ignores chunks that a reconnect sends again', () => {
  const known = [chunk(0, 'a'), chunk(1, 'b')];
  expect(mergeChunks(known, [chunk(1, 'b'), chunk(2, 'c')])).toHaveLength(3);
  expect(mergeChunks(known, [chunk(0, 'a')])).toBe(known);
});
