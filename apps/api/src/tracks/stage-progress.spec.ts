import { stageProgress } from './stage-progress.js';

const untouched = { isPassed: false, hasRuns: false };
const tried = { isPassed: false, hasRuns: true };
const passed = { isPassed: true, hasRuns: true };

describe('progress along the stages', () => {
  it('opens the next stage when every earlier one with assignments is passed', () => {
    const progress = stageProgress([
      { stageId: 'a', assignments: [passed, passed] },
      { stageId: 'b', assignments: [] },
      { stageId: 'c', assignments: [untouched] },
      { stageId: 'd', assignments: [untouched] },
    ]);
    expect([...progress.values()]).toEqual(['PASSED', 'OPEN', 'OPEN', 'LOCKED']);
  });

  it('calls a stage in progress from the first run on, even where it is not reached', () => {
    const progress = stageProgress([
      { stageId: 'a', assignments: [passed, tried] },
      { stageId: 'b', assignments: [tried] },
    ]);
    expect([...progress.values()]).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
  });

  it('does not call a stage passed while one of its assignments is not', () => {
    expect(stageProgress([{ stageId: 'a', assignments: [passed, untouched] }]).get('a')).toBe('IN_PROGRESS');
  });
});
