import { stageProgress } from './stage-progress.js';

const untouched = { isPassed: false, hasRuns: false };
const tried = { isPassed: false, hasRuns: true };
const passed = { isPassed: true, hasRuns: true };

describe('progress along the stages', () => {
  it('opens the next stage when every earlier one with assignments is passed', () => {
    const progress = stageProgress([
      { stageId: 'a', passesNeeded: null, assignments: [passed, passed] },
      { stageId: 'b', passesNeeded: null, assignments: [] },
      { stageId: 'c', passesNeeded: null, assignments: [untouched] },
      { stageId: 'd', passesNeeded: null, assignments: [untouched] },
    ]);
    expect([...progress.values()]).toEqual(['PASSED', 'OPEN', 'OPEN', 'LOCKED']);
  });

  it('calls a stage in progress from the first run on, even where it is not reached', () => {
    const progress = stageProgress([
      { stageId: 'a', passesNeeded: null, assignments: [passed, tried] },
      { stageId: 'b', passesNeeded: null, assignments: [tried] },
    ]);
    expect([...progress.values()]).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
  });

  it('does not call a stage passed while one of its assignments is not', () => {
    expect(
      stageProgress([{ stageId: 'a', passesNeeded: null, assignments: [passed, untouched] }]).get('a'),
    ).toBe('IN_PROGRESS');
  });

  it('passes a stage of choice with as many passed assignments as it asks for', () => {
    const stage = (assignments: (typeof passed)[]) =>
      stageProgress([
        { stageId: 'a', passesNeeded: 2, assignments },
        { stageId: 'b', passesNeeded: null, assignments: [untouched] },
      ]);
    expect([...stage([passed, untouched, tried]).values()]).toEqual(['IN_PROGRESS', 'LOCKED']);
    expect([...stage([passed, untouched, passed]).values()]).toEqual(['PASSED', 'OPEN']);
    // Only one assignment is published so far.
    expect([...stage([passed]).values()]).toEqual(['PASSED', 'OPEN']);
    expect([...stage([]).values()]).toEqual(['OPEN', 'OPEN']);
  });
});
