import { statusOf } from './run-status';

const base = {
  kind: 'CERTIFICATION',
  status: 'FINISHED',
  outcome: 'SCORED',
  isCancelRequested: false,
  score: null,
} as const;
const score = { id: '1', value: 80, low: 70, high: 85, passMark: 70, isPassed: true, isProvisional: false };

it('says where an unfinished run stands', () => {
  expect(statusOf({ ...base, status: 'QUEUED', outcome: null })).toBe('QUEUED');
  expect(statusOf({ ...base, status: 'RUNNING', outcome: null, isCancelRequested: true })).toBe('CANCELLING');
});

it('tells a pass from a provisional one and from points below the mark', () => {
  expect(statusOf({ ...base, score })).toBe('PASSED');
  expect(statusOf({ ...base, score: { ...score, isProvisional: true } })).toBe('PROVISIONAL');
  expect(statusOf({ ...base, score: { ...score, isPassed: false } })).toBe('NOT_PASSED');
});

it('calls no practice run passed', () => {
  const practice = { ...base, kind: 'PRACTICE' } as const;
  expect(statusOf({ ...practice, score: { ...score, isProvisional: true } })).toBe('ABOVE_MARK');
  expect(statusOf({ ...practice, score: { ...score, isPassed: false } })).toBe('NOT_PASSED');
});

it('keeps the outcome of a run that has no score', () => {
  expect(statusOf(base)).toBe('COMPARED');
  expect(statusOf({ ...base, outcome: 'STUDENT_ERROR' })).toBe('STUDENT_ERROR');
  expect(statusOf({ ...base, outcome: 'CANCELLED' })).toBe('CANCELLED');
});
