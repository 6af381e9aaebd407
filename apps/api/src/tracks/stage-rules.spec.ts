import type { StageText } from '@holdout/domain';
import { checkedStageText } from './stage-rules.js';

const anchor = { title: 'CS229', provider: 'Stanford', url: 'https://cs229.stanford.edu/', why: '' };
const stage: StageText = {
  title: ' Baselines ',
  goal: 'Beat the mean.',
  unlocks: 'You can say what better means.',
  overview: '# Baselines\n',
  skills: ['MATHEMATICS', 'MATHEMATICS'],
  passesNeeded: null,
  studyAnchors: [anchor],
};

it('takes a stage, without the space around its words and no skill twice', () => {
  expect(checkedStageText(stage, { isComplete: true })).toEqual({
    ...stage,
    title: 'Baselines',
    overview: '# Baselines',
    skills: ['MATHEMATICS'],
  });
});

it('takes a draft that is not written yet', () => {
  const draft = { ...stage, goal: '', unlocks: '', overview: '', studyAnchors: [] };
  expect(checkedStageText(draft)).toMatchObject({ goal: '', unlocks: '', overview: '' });
});

it.each<[string, Partial<StageText>]>([
  ['title', { title: ' ' }],
  ['goal', { goal: '' }],
  ['unlocks', { unlocks: 'x'.repeat(401) }],
  ['overview', { overview: ' \n' }],
  ['overview', { overview: '![](/files/figures/7)' }],
  ['passesNeeded', { passesNeeded: 0 }],
  ['studyAnchors', { studyAnchors: Array.from({ length: 21 }, () => anchor) }],
  ['studyAnchors.0.title', { studyAnchors: [{ ...anchor, title: '' }] }],
  ['studyAnchors.0.url', { studyAnchors: [{ ...anchor, url: 'javascript:alert(1)' }] }],
])('refuses to have published what is wrong in its %s, and names it', (field, change) => {
  const publish = () => checkedStageText({ ...stage, ...change }, { isComplete: true });
  expect(publish).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) as object }));
});
