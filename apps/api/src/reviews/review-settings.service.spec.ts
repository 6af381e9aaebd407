import fc from 'fast-check';
import { shared } from './review-settings.service.js';

const run = (runId: string, graderIds: string[] = [], studentId = 'student') => ({
  runId,
  studentId,
  graderIds,
});

describe('sharing runs among graders', () => {
  it('leaves runs alone that somebody has taken', () => {
    expect(shared([run('r1', ['ada'])], ['ben'], 1)).toEqual([]);
  });

  it('counts what a grader has already', () => {
    const rows = [run('r1', ['ada']), run('r2', ['ada']), run('r3'), run('r4')];
    expect(shared(rows, ['ada', 'ben'], 1).map(({ graderId }) => graderId)).toEqual(['ben', 'ben']);
  });

  it('gives nobody their own work', () => {
    expect(shared([run('r1', [], 'ada')], ['ada'], 1)).toEqual([]);
  });

  it('gives each run to different people where two grade it, and keeps the loads within one of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 2, max: 6 }), (runs, graders) => {
        const ids = Array.from({ length: graders }, (_, index) => `g${index}`);
        const pairs = shared(
          Array.from({ length: runs }, (_, index) => run(`r${index}`)),
          ids,
          2,
        );
        expect(new Set(pairs.map(({ runId, graderId }) => `${runId} ${graderId}`)).size).toBe(2 * runs);
        const loads = ids.map((id) => pairs.filter(({ graderId }) => graderId === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
