import type { DiagramText } from '@holdout/domain';
import { checkedDiagramText, labelsOf } from './diagram-rules.js';

const node = (key: string, label = key.toUpperCase()) => ({ key, label, hint: '', x: 0, y: 0 });
const diagram: DiagramText = {
  title: ' Loop ',
  summary: 'What leads back.',
  stageSlug: null,
  nodes: [node('train'), node('evaluate')],
  edges: [
    { from: 'train', to: 'evaluate', label: ' then ' },
    { from: 'evaluate', to: 'train', label: '' },
  ],
  distractors: [{ key: 'guess', label: 'Guess' }],
};

it('takes a diagram, without the space around its words', () => {
  const { title, edges } = checkedDiagramText(diagram, { isComplete: true });
  expect({ title, says: edges.map(({ label }) => label) }).toEqual({ title: 'Loop', says: ['then', null] });
});

it('takes a draft with labels that nothing leads to yet', () => {
  const draft = { ...diagram, summary: '', nodes: [...diagram.nodes, node('deploy')] };
  expect(checkedDiagramText(draft).nodes).toHaveLength(3);
  expect(() => checkedDiagramText({ ...draft, summary: 'x' }, { isComplete: true })).toThrow(
    'no arrow of the key touches "deploy"',
  );
});

it('offers its labels by what they read, those that do not belong among them', () => {
  expect(labelsOf(diagram).map(({ label }) => label)).toEqual(['EVALUATE', 'Guess', 'TRAIN']);
});

it.each<[string, Partial<DiagramText>]>([
  ['title', { title: '' }],
  ['summary', { summary: ' ' }],
  ['nodes', { nodes: [...diagram.nodes, node('other', 'TRAIN')] }],
  ['nodes', { edges: [{ from: 'train', to: 'sell', label: null }] }],
  ['nodes', { edges: [{ from: 'train', to: 'train', label: null }] }],
  ['nodes', { nodes: Array.from({ length: 25 }, (_, index) => node(`n${index}`)) }],
  ['nodes.0.key', { nodes: [node('Not a key', 'A'), node('b')] }],
  ['nodes.1.label', { nodes: [node('train'), node('evaluate', ' ')] }],
  ['distractors.0.label', { distractors: [{ key: 'guess', label: 'x'.repeat(81) }] }],
  ['edges.0.label', { edges: [{ from: 'train', to: 'evaluate', label: 'x'.repeat(61) }] }],
  ['edges', { nodes: [], edges: [], distractors: [] }],
])('refuses to have published what is wrong in its %s, and names it', (field, change) => {
  const publish = () => checkedDiagramText({ ...diagram, ...change }, { isComplete: true });
  expect(publish).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) as object }));
});
