import { currentStage, nextStep, type RoadmapStage } from './next-step';

const assignment = (slug: string, isPassed: boolean): RoadmapStage['assignments'][number] => ({
  id: slug,
  slug,
  kind: 'PROJECT',
  title: slug,
  summary: '',
  bestPoints: null,
  isPassed,
});

const stage = (
  slug: string,
  progress: RoadmapStage['progress'],
  assignments: RoadmapStage['assignments'] = [],
): RoadmapStage => ({
  id: slug,
  slug,
  position: 1,
  title: slug,
  goal: '',
  unlocks: '',
  progress,
  lessons: [],
  assignments,
});

it('stands on the stage that was begun, before one that is merely open', () => {
  expect(currentStage([stage('a', 'OPEN'), stage('b', 'IN_PROGRESS')])?.slug).toBe('b');
});

it('proposes the first assignment not yet passed', () => {
  const next = nextStep([
    stage('a', 'PASSED', [assignment('x', true)]),
    stage('b', 'IN_PROGRESS', [assignment('y', true), assignment('z', false)]),
  ]);
  expect(next).toMatchObject({ kind: 'assignment', slug: 'z' });
});

it('looks into later open stages when the current one has nothing to hand in', () => {
  expect(nextStep([stage('a', 'OPEN'), stage('b', 'OPEN', [assignment('y', false)])])).toMatchObject({
    kind: 'assignment',
    slug: 'y',
  });
});

it('proposes the stage itself when nothing can be handed in, and says when all is done', () => {
  expect(nextStep([stage('a', 'OPEN')])).toMatchObject({ kind: 'stage' });
  expect(nextStep([stage('a', 'PASSED')])).toEqual({ kind: 'done' });
});
