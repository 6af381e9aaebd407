import type { DiagramText } from '@holdout/domain';
import { afterStroke } from '@/features/redraw/sketch';
import { keyFor, NO_TEXT, sketchOf, withSketch } from './diagram-text';

const text: DiagramText = {
  ...NO_TEXT,
  nodes: [
    { key: 'train', label: 'Train', hint: 'Baselines first.', x: 300, y: 40 },
    { key: 'deploy', label: 'Deploy', hint: '', x: null, y: null },
  ],
  edges: [{ from: 'train', to: 'deploy', label: 'good enough' }],
};

it('puts labels where their author put them, and the others where there is room', () => {
  expect(sketchOf(text).nodes).toEqual([
    { key: 'train', x: 300, y: 40 },
    { key: 'deploy', x: 0, y: 0 },
  ]);
});

it('keeps the words of what is still there after a stroke', () => {
  const moved = afterStroke(sketchOf(text), { type: 'move', places: [{ key: 'deploy', x: 5, y: 6 }] });
  expect(withSketch(text, moved)).toEqual({
    ...text,
    nodes: [text.nodes[0], { ...text.nodes[1], x: 5, y: 6 }],
  });
  const removed = afterStroke(moved, { type: 'remove', nodes: ['train'], edges: [] });
  expect(withSketch(text, removed)).toMatchObject({ nodes: [{ key: 'deploy' }], edges: [] });
});

it('names a label by what it reads, and no two alike', () => {
  expect(keyFor('Audit & prepare', text)).toBe('audit-prepare');
  expect(keyFor('Train!', text)).toBe('train-2');
  expect(keyFor('漏洩', text)).toBe('label');
  expect(keyFor('2nd look', text)).toBe('nd-look');
});
