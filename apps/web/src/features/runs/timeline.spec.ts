import type { RunStateFragment } from '@/generated/graphql';
import { elapsedMs, limitShare, plannedPhases, spentMs } from './timeline';

const phase = (over: Partial<RunStateFragment['phases'][number]>): RunStateFragment['phases'][number] => ({
  id: `${over.name}-${over.attempt ?? 1}`,
  name: 'PREPARE',
  label: '',
  status: 'SUCCEEDED',
  attempt: 1,
  position: 0,
  limitSeconds: 20,
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
  wallMs: null,
  cpuSeconds: null,
  maxRssBytes: null,
  samples: [],
  ...over,
});

it('shows what is still to come while the run goes on', () => {
  const phases = plannedPhases({
    status: 'RUNNING',
    phases: [phase({ name: 'TRAIN', position: 1, status: 'RUNNING' }), phase({})],
  });
  expect(phases.map(({ name, status }) => [name, status])).toEqual([
    ['PREPARE', 'SUCCEEDED'],
    ['TRAIN', 'RUNNING'],
    ['PREDICT', 'WAITING'],
    ['SCORE', 'WAITING'],
  ]);
});

it('shows only the newest attempt, and nothing to come once finished', () => {
  const phases = plannedPhases({ status: 'FINISHED', phases: [phase({}), phase({ attempt: 2 })] });
  expect(phases.map(({ key }) => key)).toEqual(['undefined-2']);
});

it('measures a running phase by the clock and a finished one by its own figure', () => {
  const [running] = plannedPhases({ status: 'FINISHED', phases: [phase({})] });
  const [done] = plannedPhases({ status: 'FINISHED', phases: [phase({ wallMs: 640 })] });
  const now = Date.parse('2026-01-01T00:00:05.000Z');
  expect([elapsedMs(running!, now), elapsedMs(done!, now)]).toEqual([5000, 640]);
  expect(limitShare(running!, now)).toBe(0.25);
});

it('counts time once for phases that ran side by side, and the pause between two', () => {
  const phases = plannedPhases({
    status: 'FINISHED',
    phases: [
      phase({ wallMs: 3000 }),
      phase({ name: 'TRAIN', position: 1, wallMs: 1000 }),
      phase({ name: 'SCORE', position: 2, startedAt: '2026-01-01T00:00:04.000Z', wallMs: 500 }),
    ],
  });
  expect(spentMs(phases)).toBe(4500);
  expect(spentMs([])).toBe(0);
});
