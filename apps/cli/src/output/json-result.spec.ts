import type { Run } from '../api/run.js';
import { jsonOfRun, jsonResult } from './json-result.js';

const KEYS = ['submissionId', 'runId', 'outcome', 'reason', 'message', 'kind', 'passed', 'points', 'metrics'];

const run: Run = {
  id: 'r',
  kind: 'CERTIFICATION',
  status: 'FINISHED',
  outcome: 'SCORED',
  reason: null,
  message: null,
  isCancelRequested: false,
  isHeld: false,
  errorDetail: null,
  queue: null,
  phases: [],
  submission: { id: 's' },
  assignment: { slug: 'a', title: 'A' },
  score: {
    value: 78,
    low: 71,
    high: 84,
    passMark: 70,
    isPassed: true,
    isProvisional: false,
    anchorsSource: 'SHIPPED',
    split: 'PRIVATE_TEST',
    gates: [],
    findings: [],
    ladder: null,
  },
  metrics: [
    {
      name: 'auc',
      label: 'AUC',
      split: 'PRIVATE_TEST',
      value: 0.83,
      low: 0.8,
      high: 0.86,
      n: 1400,
      direction: 'HIGHER',
      unit: '',
      isGraded: true,
    },
  ],
};

it('tells a scored run in exactly the promised form', () => {
  expect(jsonOfRun(run)).toEqual({
    submissionId: 's',
    runId: 'r',
    outcome: 'SCORED',
    reason: null,
    message: null,
    kind: 'CERTIFICATION',
    passed: true,
    points: { value: 78, low: 71, high: 84 },
    metrics: [
      { name: 'auc', split: 'PRIVATE_TEST', value: 0.83, low: 0.8, high: 0.86, n: 1400, direction: 'HIGHER' },
    ],
  });
});

it('keeps every key when there is nothing to tell', () => {
  expect(Object.keys(jsonResult({ reason: 'USAGE' }))).toEqual(KEYS);
  expect(jsonResult({ reason: 'USAGE' })).toMatchObject({
    outcome: null,
    passed: false,
    points: null,
    metrics: [],
  });
});

it('tells a failed run without points', () => {
  const failed = jsonOfRun({
    ...run,
    outcome: 'STUDENT_ERROR',
    reason: 'CRASHED',
    message: 'why',
    score: null,
    metrics: [],
  });
  expect(failed).toMatchObject({
    outcome: 'STUDENT_ERROR',
    reason: 'CRASHED',
    message: 'why',
    passed: false,
    points: null,
    metrics: [],
  });
  expect(Object.keys(failed)).toEqual(KEYS);
});
