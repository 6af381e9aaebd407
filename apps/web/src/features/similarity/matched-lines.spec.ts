import { comparedFiles } from './matched-lines';

const work = (text: string) => ({
  runId: null,
  submittedAt: '',
  files: [
    { path: 'a.py', text },
    { path: 'b.py', text: 'one' },
  ],
});
const range = (from: number, to: number, file = 0) => ({ file, from, to });
const pair = {
  left: work('1\n2\n3\n4\n5'),
  right: work('1\n2'),
  matches: [
    { left: range(3, 4), right: range(1, 1, 1) },
    { left: range(2, 3), right: range(2, 2) },
  ],
};

it('tells of each line which match covers it, the longer one where two do', () => {
  const [file, other] = comparedFiles(pair, 'left');
  expect(file?.lines.map(({ match }) => match)).toEqual([null, 2, 1, 1, null]);
  expect(file?.lines.map(({ isFirst }) => isFirst)).toEqual([false, true, true, false, false]);
  expect(other).toMatchObject({ path: 'b.py', isMatched: false });
});

it('keeps the files of the other side apart', () => {
  const [file, other] = comparedFiles(pair, 'right');
  expect(file?.lines.map(({ match }) => match)).toEqual([null, 2]);
  expect(other?.lines.map(({ match }) => match)).toEqual([1]);
});
